import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useOpenDialog } from '../app/layer-store.ts'
import styles from './Overlay.module.css'

/** A light dialog for keyboard work: takes the focus (to `data-autofocus`, else to its first control), closes on Escape or a click beside it, gives the focus back. */
export function Overlay({
  label,
  width = 600,
  onClose,
  children,
}: {
  label: string
  width?: number
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
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it through the cancel event
    <dialog
      ref={dialog}
      aria-label={label}
      className={styles.overlay}
      style={{ width }}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}
