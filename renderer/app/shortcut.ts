/** What a shortcut needs from a keyboard event. */
export interface Press {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
  keyCode: number
}

/** Where the focus stood when the key went down. */
export interface FocusPlace {
  isTyping: boolean
  isOnControl: boolean
  isInDialog: boolean
}

const NAMES: Record<string, string> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}
/** While an input method composes, Chromium reports this key code. */
const IME_KEY_CODE = 229

/** `Ctrl+K`, `F2`, `?`, `Shift+Down`. Command on macOS counts as Ctrl. */
export function shortcutOf(press: Press): string {
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]
  const key = letter ?? NAMES[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key)
  const isSign = key.length === 1 && !/[A-Z0-9]/.test(key)
  const modifiers = [
    press.ctrlKey || press.metaKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey && !isSign ? 'Shift' : '',
  ].filter(Boolean)
  return [...modifiers, key].join('+')
}

export function isComposing(press: Pick<Press, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === IME_KEY_CODE
}

/** Single keys belong to the text while somebody types, and Enter or Space to the button that has the focus. */
export function mayFire(shortcut: string, place: FocusPlace): boolean {
  const isPlain = !/^(Ctrl|Alt)\+/.test(shortcut) && !/^F\d+$/.test(shortcut)
  if (isPlain && place.isTyping) return false
  if (place.isOnControl && (shortcut === 'Enter' || shortcut === 'Space')) return false
  return true
}

/** `Ctrl+K` → [`Ctrl`, `K`]; the plus key itself stays whole. */
export function keysOf(shortcut: string): string[] {
  const caps: Record<string, string> = { Up: '↑', Down: '↓', Left: '←', Right: '→', Escape: 'Esc' }
  return shortcut.split(/\+(?=.)/).map((key) => caps[key] ?? key)
}
