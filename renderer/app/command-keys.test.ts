import { expect, it } from 'vitest'
import { isWithinReach } from './command-keys.ts'
import { layerStore, noteDialog, openLayer } from './layer-store.ts'

const ON_PAGE = { isTyping: false, isOnControl: false, isInDialog: false }
const IN_DIALOG = { ...ON_PAGE, isInDialog: true }

it('keeps keys from the screen below a dialog, wherever the focus is', () => {
  const close = noteDialog()
  expect(isWithinReach({}, ON_PAGE)).toBe(false)
  expect(isWithinReach({}, IN_DIALOG)).toBe(false)
  expect(isWithinReach({ inDialogs: true }, ON_PAGE)).toBe(true)
  close()
  expect(isWithinReach({}, ON_PAGE)).toBe(true)
})

it('waits for the last of several dialogs', () => {
  const [closeForm, closeQuestion] = [noteDialog(), noteDialog()]
  closeQuestion()
  expect(isWithinReach({}, ON_PAGE)).toBe(false)
  closeForm()
  expect(isWithinReach({}, ON_PAGE)).toBe(true)
})

it('keeps keys from the screen below a menu that has the focus', () => {
  expect(isWithinReach({}, IN_DIALOG)).toBe(false)
})

it('remembers that the palette was called up over a dialog, and over another layer that it was not', () => {
  const close = noteDialog()
  openLayer('palette')
  expect(layerStore.getState().isOverDialog).toBe(true)
  close()
  const closeSheet = noteDialog()
  openLayer('palette')
  expect(layerStore.getState().isOverDialog).toBe(false)
  closeSheet()
})
