import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslate } from '../app/use-translate.ts'
import { Dialog } from './Dialog.tsx'

export interface ConfirmDangerProps {
  isOpen: boolean
  title: ReactNode
  /** What will happen, and what stays. */
  text: ReactNode
  /** The act itself as a verb, never "OK". */
  confirmLabel: string
  cancelLabel?: string
  isBusy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** For what cannot be undone. The focus starts on the harmless button. */
export function ConfirmDanger(props: ConfirmDangerProps) {
  const t = useTranslate()
  return (
    <Dialog
      title={props.title}
      open={props.isOpen}
      width={420}
      onCancel={props.onCancel}
      destroyOnHidden
      footer={[
        <Button key="cancel" autoFocus onClick={props.onCancel}>
          {props.cancelLabel ?? t('common.cancel')}
        </Button>,
        <Button key="confirm" danger loading={props.isBusy ?? false} onClick={props.onConfirm}>
          {props.confirmLabel}
        </Button>,
      ]}
    >
      {props.text}
    </Dialog>
  )
}
