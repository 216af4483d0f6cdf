/** The look in values. Dark keeps the roles and swaps the values. Read in CSS as `var(--pine)`. */
export const LIGHT = {
  paper: '#f6f5f1',
  panel: '#ffffff',
  raised: '#ffffff',
  sunk: '#efede6',
  line: '#e2dfd6',
  'line-strong': '#cbc7bb',
  ink: '#1d2730',
  'ink-2': '#55616b',
  'ink-3': '#606971',
  pine: '#0f6b5c',
  'pine-soft': '#e4f0ec',
  'pine-hover': '#0c5a4d',
  'on-pine': '#ffffff',
  'pine-line': '#4f978a',
  amber: '#8a570c',
  'amber-soft': '#fbf1dc',
  red: '#ad3226',
  'red-soft': '#f9e6e3',
  blue: '#2a5f9e',
  'blue-soft': '#e6eef8',
  cursor: '#fbfdfc',
  shadow: 'rgb(29 39 48 / 14%)',
  veil: 'rgb(29 39 48 / 24%)',
} as const

export type Token = keyof typeof LIGHT

export const DARK: Record<Token, string> = {
  paper: '#14191c',
  panel: '#1c2327',
  raised: '#262f34',
  sunk: '#262e33',
  line: '#30393e',
  'line-strong': '#4a555b',
  ink: '#e6e9e8',
  'ink-2': '#b1babd',
  'ink-3': '#98a2a7',
  pine: '#57b9a4',
  'pine-soft': '#1d3a35',
  'pine-hover': '#6ccab6',
  'on-pine': '#0c2420',
  'pine-line': '#2c7a6b',
  amber: '#e0aa54',
  'amber-soft': '#3a2f1b',
  red: '#f08577',
  'red-soft': '#432623',
  blue: '#86b4e8',
  'blue-soft': '#20324a',
  cursor: '#20282c',
  shadow: 'rgb(0 0 0 / 50%)',
  veil: 'rgb(0 0 0 / 55%)',
}

export const FONT =
  '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Noto Sans SC Variable",sans-serif'
/** In English the Latin faces come first: Chinese ones draw ’ “ ” as wide as a character. */
export const FONT_LATIN = `-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",${FONT}`
export const FONT_CODE = 'ui-monospace,Consolas,"Cascadia Mono","DejaVu Sans Mono","Noto Sans SC Variable",monospace'
