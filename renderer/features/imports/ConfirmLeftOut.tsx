import { Button } from 'antd'
import { useTranslate } from '../../app/use-translate.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** Asked once before rows that still need somebody are left behind. Enter imports the others, Escape goes back. */
export function ConfirmLeftOut({
  isOpen,
  blocked,
  accepted,
  onConfirm,
  onCancel,
}: {
  isOpen: boolean
  blocked: number
  accepted: number
  onConfirm: () => void
  onCancel: () => void
}) {
  const t = useTranslate()
  return (
    <Dialog
      title={t('imports.wizard.leftBehindTitle', { count: blocked })}
      open={isOpen}
      width={440}
      onCancel={onCancel}
      destroyOnHidden
      footer={[
        <Button key="back" onClick={onCancel}>
          {t('imports.wizard.leftBehindBack')}
        </Button>,
        <Button
          key="go"
          type="primary"
          autoFocus
          // The Ctrl+Enter that asked may still be held down.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          onClick={onConfirm}
        >
          {t('imports.wizard.leftBehindGo', { count: accepted })}
        </Button>,
      ]}
    >
      {t('imports.wizard.leftBehindText', { count: blocked })}
    </Dialog>
  )
}
