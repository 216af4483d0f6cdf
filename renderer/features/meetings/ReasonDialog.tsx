import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'

interface ReasonDialogProps {
  isOpen: boolean
  title: ReactNode
  text?: ReactNode
  label: string
  confirmLabel: string
  isBusy: boolean
  /** The words may stay empty. */
  isOptional?: boolean
  onConfirm: (reason: string) => void
  onCancel: () => void
}

/** For an act that needs a word of why. */
export function ReasonDialog(props: ReasonDialogProps) {
  const t = useTranslate()
  const [reason, setReason] = useState('')
  const isReady = props.isOptional || reason.trim() !== ''
  return (
    <Dialog
      title={props.title}
      open={props.isOpen}
      width={440}
      destroyOnHidden
      onCancel={props.onCancel}
      footer={[
        <Button key="cancel" onClick={props.onCancel}>
          {t('common.cancel')}
        </Button>,
        <Button
          key="confirm"
          type="primary"
          disabled={!isReady}
          loading={props.isBusy}
          onClick={() => props.onConfirm(reason.trim())}
        >
          {props.confirmLabel}
        </Button>,
      ]}
    >
      {props.text && <p>{props.text}</p>}
      <Field label={props.label} isOptional={props.isOptional ?? false}>
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => isReady && props.onConfirm(reason.trim())}
          />
        )}
      </Field>
    </Dialog>
  )
}
