import { useMutation, useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { InspectionNotice } from '../../../../shared/contract/inspections.ts'
import { useSignedIn } from '../../../app/session.ts'
import { taskText } from '../../../app/task-text.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { useApi } from '../../../services/use-client.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { notify } from '../../../ui/toast-store.ts'
import styles from './InspectionsPage.module.css'

interface NoticeFormProps {
  /** Absent: a new one. */
  notice: InspectionNotice | undefined
  onSaved: (notice: InspectionNotice) => void
  onClose: () => void
}

/** Number, inspector and days once, and which problems the letter is about. */
export function NoticeForm({ notice, onSaved, onClose }: NoticeFormProps) {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const { today } = useSignedIn()
  const [text, setText] = useState({
    number: notice?.number ?? '',
    inspector: notice?.inspector ?? '',
    issuedOn: notice?.issuedOn ?? today,
    replyBy: notice?.replyBy ?? null,
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const tasks = useQuery(api.inspections.tasks.queryOptions({ input: { uid: notice?.uid ?? null } }))
  const save = useMutation(api.inspections.save.mutationOptions({ meta: { showsFailure: true } }))
  const [isTried, setTried] = useState(false)
  const linked = new Set(tasks.data?.filter(({ isChosen }) => isChosen).map(({ task }) => task.uid))
  const marked = chosen ?? linked
  const wrong = describeFields(save.error, t)
  const missing = (isMissing: boolean) => (isTried && isMissing ? t('errors.required') : undefined)
  const change = (part: Partial<typeof text>) => setText({ ...text, ...part })

  function toggle(uid: string, isOn: boolean) {
    const next = new Set(marked)
    if (isOn) next.add(uid)
    else next.delete(uid)
    setChosen(next)
  }

  function submit() {
    setTried(true)
    const { number, inspector, issuedOn, replyBy } = text
    if (!number.trim() || !inspector.trim() || !replyBy || marked.size === 0) return
    save.mutate(
      { uid: notice?.uid ?? null, number, inspector, issuedOn, replyBy, taskUids: [...marked] },
      {
        onSuccess(saved) {
          notify({ tone: 'done', text: t('inspections.saved', { number: saved.number }) })
          onSaved(saved)
        },
      },
    )
  }

  return (
    <FormDrawer
      isOpen
      title={t(notice ? 'inspections.edit' : 'inspections.add')}
      isDirty={chosen !== undefined || text.number !== (notice?.number ?? '')}
      isSaving={save.isPending}
      error={save.error}
      saveLabel={t('inspections.save')}
      width={560}
      onSave={submit}
      onClose={onClose}
    >
      <div className={styles.form}>
        <Field label={t('inspections.number')} error={wrong.number ?? missing(!text.number.trim())}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              maxLength={60}
              value={text.number}
              placeholder={t('inspections.numberHint')}
              onChange={({ target }) => change({ number: target.value })}
            />
          )}
        </Field>
        <Field label={t('inspections.inspector')} error={wrong.inspector ?? missing(!text.inspector.trim())}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={60}
              value={text.inspector}
              placeholder={t('inspections.inspectorHint')}
              onChange={({ target }) => change({ inspector: target.value })}
            />
          )}
        </Field>
        <div className={styles.pair}>
          <Field label={t('inspections.issuedOn')} error={wrong.issuedOn}>
            {(ids) => <DayField {...ids} value={text.issuedOn} onChange={(day) => day && change({ issuedOn: day })} />}
          </Field>
          <Field label={t('inspections.replyBy')} error={wrong.replyBy ?? missing(!text.replyBy)}>
            {(ids) => <DayField {...ids} value={text.replyBy} onChange={(day) => change({ replyBy: day })} />}
          </Field>
        </div>
        <fieldset>
          <legend>{t('inspections.tasks')}</legend>
          {!tasks.data && <LoadingRows rows={4} />}
          {tasks.data?.length === 0 && <p className="muted">{t('inspections.noTasks')}</p>}
          {tasks.data && tasks.data.length > 0 && (
            <div className={styles.tasks}>
              {tasks.data.map(({ task }) => {
                const { what, note } = taskText(task, language)
                return (
                  <Checkbox
                    key={task.uid}
                    checked={marked.has(task.uid)}
                    onChange={({ target }) => toggle(task.uid, target.checked)}
                  >
                    <span className="faint">{t(`rectifications.sources.${task.source}`)}</span> {what} {note}
                  </Checkbox>
                )
              })}
            </div>
          )}
          {(wrong.taskUids ?? missing(marked.size === 0)) && (
            <div role="alert" className={styles.wrong}>
              {wrong.taskUids ?? missing(marked.size === 0)}
            </div>
          )}
        </fieldset>
      </div>
    </FormDrawer>
  )
}
