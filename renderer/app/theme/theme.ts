import { type Appearance, preferences } from '../preferences-store.ts'
import { giveStylesNonce } from './style-nonce.ts'
import { DARK, FONT, FONT_CODE, FONT_LATIN, LIGHT } from './tokens.ts'

export type Scheme = 'light' | 'dark'

/** Paper is white, whatever the screen is. */
let isPrinting = false
const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

function schemeOf(appearance: Appearance): Scheme {
  if (appearance === 'system') return systemDark.matches ? 'dark' : 'light'
  return appearance
}

/** The scheme on screen now, for a store-like subscription by React. */
export const scheme = {
  get: (): Scheme => schemeOf(preferences.getState().appearance),
  subscribe(listener: () => void): () => void {
    const stop = preferences.subscribe(listener)
    systemDark.addEventListener('change', listener)
    return () => {
      stop()
      systemDark.removeEventListener('change', listener)
    }
  },
}

function applyScheme(): void {
  const { style, dataset } = document.documentElement
  const name = isPrinting ? 'light' : scheme.get()
  dataset.scheme = name
  style.colorScheme = name
  for (const [token, value] of Object.entries(name === 'dark' ? DARK : LIGHT)) style.setProperty(`--${token}`, value)
}

/** Before the first paint. Values go through the style object, which a strict style policy allows. */
export function startTheme(): void {
  const nonce = cspNonce()
  if (nonce) giveStylesNonce(nonce)
  const { style } = document.documentElement
  style.setProperty('--font-chinese', FONT)
  style.setProperty('--font-latin', FONT_LATIN)
  style.setProperty('--font-code', FONT_CODE)
  applyScheme()
  scheme.subscribe(applyScheme)
  for (const [event, starts] of [
    ['beforeprint', true],
    ['afterprint', false],
  ] as const) {
    window.addEventListener(event, () => {
      isPrinting = starts
      applyScheme()
    })
  }
}

/** The host puts a fresh value into the page; absent in a bare development server. */
export function cspNonce(): string | undefined {
  const content = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
  return content === '' || content.startsWith('__') ? undefined : content
}
