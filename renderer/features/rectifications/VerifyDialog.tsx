import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Layer, Rectification } from '../../../shared/contract/rectifications.ts'
import { isComposing } from '../../app/shortcut.ts'
import { taskText } from '../../app/task-text.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { notify } from '../../ui/toast-store.ts'
import { useFirstWrong } from '../../ui/use-first-wrong.ts'
import { NoteField } from './NoteField.tsx'
import { TaskPhotos } from './TaskPhotos.tsx'
import styles from './VerifyDialog.module.css'

/** From the list: V, the fault and the fix side by side, a line on what was seen, Enter. */
export function VerifyDialog({ task, onClose }: { task: Rectification; onClose: () => void }) {
  const t = useTranslate()
  const formId = useId()
  const api = useApi()
  const cache = useQueryClient()
  const [note, setNote] = useState('')
  const [attempts, setAttempts] = useState(0)
  const form = useFirstWrong(attempts)
  const { what, note: said } = taskText(task, useLanguage())
  const { data: card } = useQuery(api.rectifications.card.queryOptions({ input: { uid: task.uid } }))
  const move = useMutation(api.rectifications.move.mutationOptions({ meta: { showsFailure: true } }))
  const isMissing = note.trim() === ''
  const problems = {
    ...describeFields(move.error, t),
    ...(attempts > 0 && isMissing && { 'check-note': t('errors.required') }),
  }

  const layer = (name: Layer, text: string) => (
    <p>{t('rectifications.verify.layer', { layer: t(`rectifications.redo.${name}`), text })}</p>
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts((before) => before + 1)
    if (isMissing || move.isPending) return
    move.mutate(
      { uid: task.uid, from: 'submitted', to: 'verified', note: note.trim() },
      {
        onSuccess() {
          notify({ tone: 'done', text: t('rectifications.verify.done', { no: task.no }) })
          onClose()
        },
        onError: () => void cache.invalidateQueries({ queryKey: api.rectifications.key() }),
      },
    )
  }

  return (
    <Dialog
      open
      width={640}
      title={t('rectifications.verify.title')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="save" type="primary" htmlType="submit" form={formId} loading={move.isPending}>
          {t('rectifications.verify.title')} <Kbd keys="Enter" onDark />
        </Button>,
      ]}
    >
      <form
        ref={form}
        id={formId}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return
          if (event.target instanceof HTMLTextAreaElement) {
            event.preventDefault()
            event.currentTarget.requestSubmit()
          }
        }}
      >
        {Boolean(move.error) && <Failure error={move.error} />}
        <p className="muted">{[task.no, what, said].filter(Boolean).join(' ')}</p>
        {card?.restored && card.restored !== task.measure && layer('restore', card.restored)}
        {task.measure && <p>{t('rectifications.verify.measure', { measure: task.measure })}</p>}
        {card?.prevention && layer('prevent', card.prevention)}
        <div className={styles.photos}>{card && <TaskPhotos card={card} />}</div>
        <NoteField
          requirement="check-note"
          isFirst
          draft={{ note }}
          problems={problems}
          onChange={(change) => setNote(change.note)}
        />
      </form>
    </Dialog>
  )
}
