import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import type { Notice } from '../../../shared/contract/notices.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { DayField } from '../../ui/DayField.tsx'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { Field } from '../../ui/Field.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Notices.module.css'

function draftOf(notice: Notice | undefined, today: string) {
  const { title = '', words = '', source = null, receivedOn = today, passBy = null } = notice ?? {}
  return { title, words, source: source ?? '', receivedOn, passBy }
}

/** Without a notice: a new one. */
export function NoticeDrawer({ notice, onClose }: { notice: Notice | undefined; onClose: () => void }) {
  const t = useTranslate()
  const api = useApi()
  const { today } = useSignedIn()
  const [start] = useState(() => draftOf(notice, today))
  const [draft, setDraft] = useState(start)
  const [wasSubmitted, setSubmitted] = useState(false)
  const add = useMutation(api.notices.add.mutationOptions({ meta: { showsFailure: true } }))
  const update = useMutation(api.notices.update.mutationOptions({ meta: { showsFailure: true } }))
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start)
  const unfinished = useDraft({
    id: `notice/${notice?.uid ?? 'new'}`,
    value: draft,
    isDirty,
    textOf: ({ title }) => title,
    onRestore: setDraft,
  })
  const error = add.error ?? update.error ?? undefined
  const isMissing = draft.title.trim() === ''
  const problems: Record<string, string> = {
    ...describeFields(error, t),
    ...(wasSubmitted && isMissing && { title: t('errors.required') }),
  }
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })

  function close() {
    unfinished.forget()
    onClose()
  }

  function save() {
    setSubmitted(true)
    if (isMissing) return
    const fields = { ...draft, source: draft.source.trim() || null }
    const onSuccess = ({ title }: Notice) => {
      notify({ tone: 'done', text: t(notice ? 'notices.editor.saved' : 'notices.editor.added', { title }) })
      close()
    }
    if (notice) update.mutate({ uid: notice.uid, ...fields }, { onSuccess })
    else add.mutate(fields, { onSuccess })
  }

  return (
    <FormDrawer
      isOpen
      title={t(notice ? 'notices.editor.editTitle' : 'notices.editor.addTitle')}
      isDirty={isDirty}
      isSaving={add.isPending || update.isPending}
      error={error}
      onSave={save}
      onClose={close}
    >
      <DraftLine offer={unfinished.offer} />
      <Field label={t('notices.editor.title')} error={problems.title}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={120}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('notices.editor.words')} isOptional help={t('notices.editor.wordsHelp')} error={problems.words}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={6}
            maxLength={4000}
            value={draft.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('notices.editor.source')} isOptional error={problems.source}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={120}
            value={draft.source}
            onChange={(event) => change({ source: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t('notices.editor.receivedOn')} error={problems.receivedOn}>
          {(ids) => (
            <DayField
              {...ids}
              value={draft.receivedOn}
              onChange={(receivedOn) => change({ receivedOn: receivedOn ?? today })}
            />
          )}
        </Field>
        <Field label={t('notices.editor.passBy')} isOptional error={problems.passBy}>
          {(ids) => <DayField {...ids} value={draft.passBy} onChange={(passBy) => change({ passBy })} />}
        </Field>
      </div>
    </FormDrawer>
  )
}
