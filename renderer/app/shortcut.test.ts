import { expect, it } from 'vitest'
import { type FocusPlace, isComposing, keysOf, mayFire, type Press, shortcutOf } from './shortcut.ts'

const press = (overrides: Partial<Press>): Press => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...overrides,
})
const place = (overrides: Partial<FocusPlace> = {}): FocusPlace => ({
  isTyping: false,
  isOnControl: false,
  isInDialog: false,
  ...overrides,
})

it.each([
  [{ key: 'k', code: 'KeyK', ctrlKey: true }, 'Ctrl+K'],
  [{ key: 'k', code: 'KeyK', metaKey: true }, 'Ctrl+K'],
  [{ key: 'л', code: 'KeyK', ctrlKey: true }, 'Ctrl+K'],
  [{ key: 'F2', code: 'F2' }, 'F2'],
  [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
  [{ key: 't', code: 'KeyT' }, 'T'],
  [{ key: '1', code: 'Digit1' }, '1'],
  [{ key: 'ArrowDown', code: 'ArrowDown', shiftKey: true }, 'Shift+Down'],
  [{ key: 'Enter', code: 'Enter', ctrlKey: true }, 'Ctrl+Enter'],
])('reads %o as %s', (event, shortcut) => {
  expect(shortcutOf(press(event))).toBe(shortcut)
})

it('knows an input method at work by either sign', () => {
  expect(isComposing(press({ isComposing: true }))).toBe(true)
  expect(isComposing(press({ keyCode: 229 }))).toBe(true)
  expect(isComposing(press({ keyCode: 75 }))).toBe(false)
})

it.each([
  ['T', place(), true],
  ['T', place({ isTyping: true }), false],
  ['?', place({ isTyping: true }), false],
  ['Enter', place({ isTyping: true }), false],
  ['Shift+Down', place({ isTyping: true }), false],
  ['Ctrl+K', place({ isTyping: true }), true],
  ['F2', place({ isTyping: true }), true],
  ['Enter', place({ isOnControl: true }), false],
  ['Enter', place(), true],
])('fires %s at %o: %s', (shortcut, focus, fires) => {
  expect(mayFire(shortcut, focus)).toBe(fires)
})

it.each([
  ['Ctrl+K', ['Ctrl', 'K']],
  ['Ctrl++', ['Ctrl', '+']],
  ['Down', ['↓']],
])('shows %s as %o', (shortcut, keys) => {
  expect(keysOf(shortcut)).toEqual(keys)
})
