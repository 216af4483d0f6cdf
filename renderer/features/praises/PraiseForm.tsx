import { useMutation } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { LONGEST_PRAISE, PRAISE_CHANNELS, type PraiseChannel } from '../../../shared/contract/praises.ts'
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
import { useEarlyChoice } from '../../ui/use-early-choice.ts'
import { useColleagues } from '../thanks/index.ts'
import styles from './Praises.module.css'

interface Draft {
  on: string
  channel: PraiseChannel
  people: string[]
  words: string
}

/** Whom, in which words, by which way; oneself is not on the list. */
export function PraiseForm({ onClose }: { onClose: () => void }) {
  const t = useTranslate()
  const { person, today } = useSignedIn()
  const colleagues = useColleagues(person.uid)
  const [draft, setDraft] = useState<Draft>({ on: today, channel: 'counter', people: [], words: '' })
  const [wasSubmitted, setSubmitted] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const add = useMutation(useApi().praises.add.mutationOptions({ meta: { showsFailure: true } }))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { onSelect: forgetWords, ...early } = useEarlyChoice({
    options: colleagues,
    onChoose: (uid) => change({ people: [...new Set([...draft.people, uid])] }),
  })
  const words = draft.words.trim()
  const isDirty = words !== '' || draft.people.length > 0
  const unfinished = useDraft({
    ...{ id: 'praises/new', value: draft, isDirty, onRestore: setDraft },
    textOf: (value) => value.words,
  })
  const wrong: Record<string, string | undefined> = {
    ...describeFields(add.error, t),
    ...(wasSubmitted && words === '' && { words: t('errors.required') }),
  }

  function close() {
    unfinished.forget()
    onClose()
  }

  function save() {
    setSubmitted(true)
    if (words === '') return
    add.mutate(
      { ...draft, words },
      {
        onSuccess() {
          notify({ tone: 'done', text: t('praises.added') })
          close()
        },
      },
    )
  }

  return (
    <FormDrawer
      isOpen
      title={t('praises.form.title')}
      isDirty={isDirty}
      isSaving={add.isPending}
      error={add.error ?? undefined}
      saveLabel={t('praises.form.save')}
      onSave={save}
      onClose={close}
    >
      <DraftLine offer={unfinished.offer} />
      <Field label={t('praises.form.people')} help={t('praises.form.peopleHelp')} error={wrong.people}>
        {(ids) => (
          <Select<string[]>
            {...ids}
            autoFocus
            mode="multiple"
            // Tab would take the next name of an open list; typing opens it again.
            open={isChoosing}
            onOpenChange={setChoosing}
            onSelect={() => {
              forgetWords()
              setChoosing(false)
            }}
            {...early}
            value={draft.people}
            options={colleagues ?? []}
            onChange={(people) => change({ people })}
          />
        )}
      </Field>
      <Field label={t('praises.form.words')} help={t('praises.form.wordsHelp')} error={wrong.words}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={4}
            maxLength={LONGEST_PRAISE}
            value={draft.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t('praises.form.channel')} error={wrong.channel}>
          {(ids) => (
            <Select<PraiseChannel>
              {...ids}
              value={draft.channel}
              options={PRAISE_CHANNELS.map((value) => ({ value, label: t(`praises.channels.${value}`) }))}
              onChange={(channel) => change({ channel })}
            />
          )}
        </Field>
        <Field label={t('praises.form.on')} error={wrong.on}>
          {(ids) => <DayField {...ids} value={draft.on} onChange={(on) => change({ on: on ?? today })} />}
        </Field>
      </div>
    </FormDrawer>
  )
}
