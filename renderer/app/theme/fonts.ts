import ranges from '@fontsource-variable/noto-sans-sc/unicode.json'

/** Never inlined: the style policy lets fonts come from our own origin only. */
const files = import.meta.glob<string>(
  '../../../node_modules/@fontsource-variable/noto-sans-sc/files/*-wght-normal.woff2',
  { query: '?no-inline', import: 'default', eager: true },
)

const FAMILY = 'Noto Sans SC Variable'

/** `[4]` → the address of `…-4-wght-normal.woff2`. */
function fileOf(subset: string): string | undefined {
  const ending = `noto-sans-sc-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`
  return Object.entries(files).find(([path]) => path.endsWith(`/${ending}`))?.[1]
}

/** A fallback behind the system's fonts; the browser fetches only the ranges that it lacks. A frame is a window too. */
export function offerFonts(to: Pick<typeof window, 'document' | 'FontFace'> = window): void {
  for (const [subset, unicodeRange] of Object.entries(ranges)) {
    const file = fileOf(subset)
    if (!file) continue
    to.document.fonts.add(new to.FontFace(FAMILY, `url(${file})`, { weight: '100 900', display: 'swap', unicodeRange }))
  }
}
