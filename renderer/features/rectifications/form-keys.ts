import type { KeyboardEvent } from 'react'

/** Keys of a form inside the card: Ctrl+Enter sends it, Escape leaves the form and not the card around it. */
export function formKeys(onClose: () => void) {
  return (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.currentTarget.requestSubmit()
    } else if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) {
      event.preventDefault()
      onClose()
    }
  }
}
