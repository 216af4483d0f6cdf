import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { SEVERITIES, type Severity } from '../../../../shared/contract/checklists.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { notify } from '../../../ui/toast-store.ts'
import styles from './Run.module.css'

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
  const api = useApi()
  const decide = useMutation(api.meetings.decide.mutationOptions({ meta: { showsFailure: true } }))
  const { data: people } = useQuery(api.people.list.queryOptions({ input: {} }))
  const [words, setWords] = useState(from?.words ?? '')
  const [owner, setOwner] = useState<string | null>(from?.person ?? null)
  const [severity, setSeverity] = useState<Severity>('minor')

  function save() {
    const typed = words.trim()
    if (typed === '' || decide.isPending) return
    decide.mutate(
      { meeting, position, words: typed, severity, ownerUid: owner, queue: null, line: from?.uid ?? null },
      {
        onSuccess(line) {
          notify({ tone: 'done', text: t('meetings.decide.saved', { no: line.task?.no ?? '' }) })
          setWords('')
          setOwner(null)
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
              options={(people ?? []).map(({ uid, name, pinyin }) => ({
                value: uid,
                label: name,
                words: `${name} ${pinyin}`,
              }))}
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
      <div className={styles.foot}>
        <span className="faint">{t('meetings.decide.help')}</span>
        <Button htmlType="submit" loading={decide.isPending}>
          {t('meetings.decide.save')}
        </Button>
      </div>
    </form>
  )
}
