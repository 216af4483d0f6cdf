import type { Borders, FillPattern, Font } from '@cj-tech-master/excelts'

/** ARGB. Red only marks what needs an act. */
export const COLOURS = {
  text: 'FF1F1F1F',
  muted: 'FF6B6B6B',
  red: 'FFC00000',
  redGround: 'FFFDE9E7',
  headGround: 'FFEEF2F6',
  line: 'FFD0D7DE',
} as const

/** On every Windows since Vista; other systems fall back to their own Chinese font. */
export const FONT: Partial<Font> = { name: '微软雅黑', size: 10.5, family: 2, charset: 134 }

const LINE = { style: 'thin', color: { argb: COLOURS.line } } as const
export const THIN_BORDER: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE }

export function solid(argb: string): FillPattern {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}
