import { afterEach, expect, it } from 'vitest'
import { dismissAllToasts, notify, toastStore, undoLatest, undoToast } from './toast-store.ts'

afterEach(dismissAllToasts)

function twoActs() {
  const undone: string[] = []
  const older = notify({ tone: 'done', text: 'older', undo: () => undone.push('older') })
  notify({ tone: 'done', text: 'newer', undo: () => undone.push('newer') })
  notify({ tone: 'note', text: 'said afterwards' })
  return { undone, older }
}

it('takes back what its own notice speaks of, not what came later', () => {
  const { undone, older } = twoActs()
  undoToast(older)
  expect(undone).toEqual(['older'])
  expect(toastStore.getState().toasts.map(({ text }) => text)).toEqual(['newer', 'said afterwards'])
})

it('takes back the newest by key, once', () => {
  const { undone } = twoActs()
  undoLatest()
  undoLatest()
  undoLatest()
  expect(undone).toEqual(['newer', 'older'])
})
