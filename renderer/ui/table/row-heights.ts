import type { Density } from '../../app/preferences-store.ts'

/** Pixels, the line below included: in a long list every row is one line high, so no row needs measuring. */
export const ROW_HEIGHTS: Record<Density, number> = { small: 33, medium: 37, large: 47 }
