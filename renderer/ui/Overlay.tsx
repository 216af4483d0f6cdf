import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useOpenDialog } from '../app/layer-store.ts'
import styles from './Overlay.module.css'

/**
 * A light dialog for keyboard work: takes the focus (to `data-autofocus`, else to its first control), closes on Escape
 * or a click beside it unless it `isFirm`, gives the focus back.
 */
export function Overlay({
  label,
  width = 600,
  isFirm = false,
  onClose,
  children,
}: {
  label: string
  width?: number
  /** Only a button of its own closes it: what it shows cannot be shown again. */
  isFirm?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useOpenDialog(true)

  useLayoutEffect(() => {
    const opened = dialog.current
    const before = document.activeElement
    opened?.showModal()
    opened?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => {
      opened?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-label={label}
      className={styles.overlay}
      style={{ width }}
      onCancel={(event) => {
        event.preventDefault()
        if (!isFirm) onClose()
      }}
      onKeyDown={(event) => {
        // A second Escape in a row closes a dialog whatever `cancel` says.
        if (isFirm && event.key === 'Escape') event.preventDefault()
      }}
      onClick={(event) => !isFirm && event.target === dialog.current && onClose()}
    >
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}
