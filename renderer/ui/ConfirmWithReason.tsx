import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslate } from '../app/use-translate.ts'
import { ConfirmDanger } from './ConfirmDanger.tsx'
import { Field } from './Field.tsx'

interface ConfirmWithReasonProps {
  /** On the button that asks and on the one that acts. */
  label: string
  title: string
  /** What will happen, and what stays. */
  text: string
  reasonLabel: string
  isBusy: boolean
  /** Small and plain, where it stands on every row. */
  isQuiet?: boolean
  /** The reason is trimmed and not empty. */
  onConfirm: (reason: string) => void
}

/** A button for what must not happen without a written reason. */
export function ConfirmWithReason({
  label,
  title,
  text,
  reasonLabel,
  isBusy,
  isQuiet = false,
  onConfirm,
}: ConfirmWithReasonProps) {
  const t = useTranslate()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''

  function confirm() {
    setTried(true)
    if (!isMissing) onConfirm(reason.trim())
  }

  return (
    <>
      <Button {...(isQuiet ? { type: 'text', size: 'small' } : { danger: true })} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDanger
        isOpen={isAsking}
        title={title}
        text={
          <>
            <p>{text}</p>
            <Field label={reasonLabel} error={wasTried && isMissing ? t('errors.required') : undefined}>
              {(ids) => (
                <Input
                  {...ids}
                  autoComplete="off"
                  maxLength={200}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          </>
        }
        confirmLabel={label}
        isBusy={isBusy}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
