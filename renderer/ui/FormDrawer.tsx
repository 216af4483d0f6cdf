import { Button } from 'antd'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslate } from '../app/use-translate.ts'
import { ConfirmDanger } from './ConfirmDanger.tsx'
import { Failure } from './Failure.tsx'
import styles from './FormDrawer.module.css'
import { Kbd } from './Kbd.tsx'
import { SideDrawer } from './SideDrawer.tsx'
import { useFirstWrong } from './use-first-wrong.ts'
import { useLeaveGuard } from './use-leave-guard.ts'

export interface FormDrawerProps {
  title: ReactNode
  isOpen: boolean
  /** Closing then asks first. */
  isDirty: boolean
  isSaving: boolean
  error?: unknown
  saveLabel?: string
  /** At the left of the foot: reset, deactivate. */
  extra?: ReactNode
  width?: number
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/**
 * A form at the side of a list. Ctrl+Enter saves from any field and leads to the first wrong one, Escape closes and asks
 * where something is unsaved.
 */
export function FormDrawer(props: FormDrawerProps) {
  const t = useTranslate()
  const formId = useId()
  const [attempts, setAttempts] = useState(0)
  const form = useFirstWrong(attempts, props.error)
  const guard = useLeaveGuard(props.isDirty && !props.isSaving, props.onClose)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (props.isSaving) return
    setAttempts((before) => before + 1)
    props.onSave()
  }

  return (
    <SideDrawer
      title={props.title}
      open={props.isOpen}
      size={props.width ?? 460}
      onClose={guard.leave}
      footer={
        <div className={styles.foot}>
          {props.extra}
          <span className={styles.gap} />
          <Button onClick={guard.leave}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" form={formId} loading={props.isSaving}>
            {props.saveLabel ?? t('common.save')} <Kbd keys="Ctrl+Enter" onDark />
          </Button>
        </div>
      }
    >
      <form
        ref={form}
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        {Boolean(props.error) && <Failure error={props.error} />}
        {props.children}
      </form>
      <ConfirmDanger
        isOpen={guard.isAsking}
        title={t('common.unsavedTitle')}
        text={t('common.unsavedText')}
        confirmLabel={t('common.discard')}
        cancelLabel={t('common.keepEditing')}
        onConfirm={guard.discard}
        onCancel={guard.stay}
      />
    </SideDrawer>
  )
}
