import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { OWNERS, type OwnerId, SEVERITIES, type Severity } from '../../../../shared/contract/checklists.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { useApi } from '../../../services/use-client.ts'
import { ClockField, isClock } from '../../../ui/ClockField.tsx'
import { DayField } from '../../../ui/DayField.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { notify } from '../../../ui/toast-store.ts'
import { useOwnerName } from '../../patrols/index.ts'
import styles from './Run.module.css'

const END_OF_WORK = '17:00'

interface DecideFormProps {
  meeting: string
  position: number
  /** An unfinished line that becomes the task. */
  from?: { uid: string; words: string; person: string | null }
  onDone?: () => void
}

/** Said aloud, and a task at once. */
export function DecideForm({ meeting, position, from, onDone }: DecideFormProps) {
  const t = useTranslate()
  const ownerName = useOwnerName()
  const api = useApi()
  const decide = useMutation(api.meetings.decide.mutationOptions({ meta: { showsFailure: true } }))
  const { data: people } = useQuery(api.people.list.queryOptions({ input: {} }))
  const [words, setWords] = useState(from?.words ?? '')
  const [owner, setOwner] = useState<string | null>(from?.person ?? null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [dueAt, setDueAt] = useState(END_OF_WORK)
  const [severity, setSeverity] = useState<Severity>('minor')

  const queue: OwnerId | undefined = OWNERS.find((one) => one === owner)
  const problems = describeFields(decide.error ?? undefined, t)

  function save() {
    const typed = words.trim()
    if (typed === '' || decide.isPending || !isClock(dueAt)) return
    decide.mutate(
      {
        ...{ meeting, position, words: typed, severity, line: from?.uid ?? null },
        ...(queue ? { ownerUid: null, queue } : { ownerUid: owner, queue: null }),
        due: dueOn === null ? null : { on: dueOn, at: dueAt },
      },
      {
        onSuccess(line) {
          notify({ tone: 'done', text: t('meetings.decide.saved', { no: line.task?.no ?? '' }) })
          setWords('')
          setOwner(null)
          setDueOn(null)
          onDone?.()
        },
      },
    )
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {decide.error && <Failure error={decide.error} />}
      <Field label={t('meetings.decide.words')}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t('meetings.decide.owner')} isOptional>
          {(ids) => (
            <Select
              {...ids}
              allowClear
              showSearch={{ optionFilterProp: 'words' }}
              value={owner}
              options={[
                ...(people ?? []).map(({ uid, name, pinyin }) => ({
                  value: uid,
                  label: name,
                  words: `${name} ${pinyin}`,
                })),
                ...OWNERS.map((post) => ({ value: post, label: ownerName(post), words: ownerName(post) })),
              ]}
              onChange={(next) => setOwner(next ?? null)}
            />
          )}
        </Field>
        <Field label={t('meetings.decide.severity')}>
          {(ids) => (
            <Select<Severity>
              {...ids}
              value={severity}
              options={SEVERITIES.map((value) => ({ value, label: t(`checklists.severity.${value}`) }))}
              onChange={setSeverity}
            />
          )}
        </Field>
      </div>
      <div className={styles.pair}>
        <Field label={t('meetings.decide.dueOn')} isOptional error={problems.due}>
          {(ids) => <DayField {...ids} value={dueOn} onChange={setDueOn} />}
        </Field>
        {dueOn !== null && (
          <Field label={t('meetings.decide.dueAt')} error={isClock(dueAt) ? undefined : t('errors.clockFormat')}>
            {(ids) => <ClockField {...ids} value={dueAt} onChange={setDueAt} />}
          </Field>
        )}
      </div>
      <div className={styles.foot}>
        <span className="faint">{t('meetings.decide.help')}</span>
        <Button htmlType="submit" loading={decide.isPending}>
          {t('meetings.decide.save')}
        </Button>
      </div>
    </form>
  )
}
