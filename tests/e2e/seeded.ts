import { join } from 'node:path'

/** Monday morning, ten minutes before the opening round. */
export const SEEDED_UNTIL = '2026-11-23T07:40:00+08:00'
export const OPENING_AT = '2026-11-23T07:52:00+08:00'
export const SEEDED_FOLDER = join(import.meta.dirname, '../../test-results/seeded')
export const PIN = '246810'
