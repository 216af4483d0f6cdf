import { useMutation } from '@tanstack/react-query'
import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { LineExtra } from '../../../../shared/contract/meeting-lines.ts'
import type { Meeting, MeetingDay } from '../../../../shared/contract/meetings.ts'
import type { CaptureId } from '../../../../shared/domain/meeting-keys.ts'
import type { MessageKey } from '../../../../shared/messages/message-key.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { useApi } from '../../../services/use-client.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import type { CaptureRule } from '../capture-rule.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import styles from './Run.module.css'

interface LineFormProps {
  rule: CaptureRule
  meeting: Meeting
  day: MeetingDay
  position: number
  count: number
}

const OWN_LABELS = ['praise', 'quiz', 'award-decisions', 'next-host', 'call-backs']

/** One entry; Enter writes it down. It asks for no more than its kind needs. */
export function LineForm({ rule, meeting, day, position, count }: LineFormProps) {
  const t = useTranslate()
  const texts = useMeetingWords()
  const add = useMutation(useApi().meetings.addLine.mutationOptions({ meta: { showsFailure: true } }))
  const [words, setWords] = useState('')
  const [person, setPerson] = useState<string | null>(null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  /** Nobody is right before somebody says so. */
  const [isRight, setRight] = useState<boolean>()
  const [asksRight, setAsksRight] = useState(false)
  const [asksRoles, setAsksRoles] = useState(false)
  const [card, setCard] = useState<string | undefined>(day.drillCards[0]?.id)
  const [people, setPeople] = useState<string[]>([])
  const [roles, setRoles] = useState<Record<string, string>>({})
  const isHost = rule.form === 'next-host'
  const present = new Set(
    meeting.attendance.filter(({ state }) => state !== 'absent').map(({ person: one }) => one.uid),
  )
  const options = day.roster
    .filter(({ mayHost }) => !isHost || mayHost)
    .map(({ person: one }) => ({ value: one.uid, label: one.name }))
  const nameOf = (uid: string) => options.find(({ value }) => value === uid)?.label ?? ''
  const problems: Record<string, string> = add.error ? describeFields(add.error, t) : {}
  const isElsewhere = Boolean(add.error) && Object.keys(problems).length === 0

  const lacksRole = rule.form === 'drill' && people.some((uid) => !roles[uid]?.trim())

  if (count >= rule.most) return <p className="faint">{t('meetings.line.full', { most: rule.most })}</p>

  function extra(): LineExtra | null {
    if (rule.form === 'quiz' && isRight !== undefined) return { quiz: { isRight } }
    if (rule.form === 'learning') return { confirmed: people }
    if (rule.form !== 'drill' || !card) return null
    return { drill: { card, roles: people.map((person) => ({ person, role: roles[person]?.trim() ?? '' })) } }
  }
  function save() {
    const typed = isHost && person ? nameOf(person) : words.trim()
    if (typed === '' || add.isPending) return
    setAsksRight(rule.form === 'quiz' && isRight === undefined)
    if (rule.form === 'quiz' && isRight === undefined) return
    setAsksRoles(lacksRole)
    if (lacksRole) return
    add.mutate({
      ...{ meeting: meeting.meeting.uid, position, capture: rule.id as CaptureId },
      ...{ words: typed, person, dueOn, extra: extra() },
    })
  }
  const personLabel = (
    OWN_LABELS.includes(rule.id) ? `meetings.line.personFor.${rule.id}` : 'meetings.line.person'
  ) as MessageKey
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {rule.form === 'drill' && (
        <Field label={t('meetings.line.card')}>
          {(ids) => (
            <Select
              {...ids}
              value={card ?? null}
              options={day.drillCards.map((one) => ({ value: one.id, label: texts.text(one) }))}
              onChange={(next) => setCard(next ?? undefined)}
            />
          )}
        </Field>
      )}
      {!isHost && (
        <Field label={t('meetings.line.words')} error={problems.words}>
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
      )}
      {(rule.person !== 'no' || rule.day !== 'no') && (
        <div className={styles.pair}>
          {rule.person !== 'no' && (
            <Field label={t(personLabel)} isOptional={rule.person === 'optional'} error={problems.person}>
              {(ids) => (
                <Select
                  {...ids}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  value={person}
                  options={options}
                  onChange={(next) => setPerson(next ?? null)}
                />
              )}
            </Field>
          )}
          {rule.day !== 'no' && (
            <Field label={t('meetings.line.dueOn')} isOptional={rule.day === 'optional'} error={problems.dueOn}>
              {(ids) => <DayField {...ids} value={dueOn} onChange={setDueOn} />}
            </Field>
          )}
        </div>
      )}
      {rule.form === 'quiz' && (
        <Field
          label={t('meetings.line.result')}
          error={asksRight && isRight === undefined ? t('meetings.line.resultFirst') : undefined}
        >
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label={t('meetings.line.result')}
              value={isRight ?? null}
              onChange={(event) => setRight(event.target.value as boolean)}
            >
              <Radio value={true}>{t('meetings.line.right')}</Radio>
              <Radio value={false}>{t('meetings.line.wrong')}</Radio>
            </Radio.Group>
          )}
        </Field>
      )}
      {(rule.form === 'learning' || rule.form === 'drill') && (
        <Field
          label={t(rule.form === 'drill' ? 'meetings.line.roles' : 'meetings.line.confirmed')}
          isOptional
          error={asksRoles && lacksRole ? t('meetings.line.rolesFirst') : undefined}
        >
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              maxTagCount="responsive"
              value={people}
              options={options.filter(({ value }) => present.has(value))}
              onChange={setPeople}
            />
          )}
        </Field>
      )}
      {rule.form === 'drill' &&
        people.map((uid) => (
          <Input
            key={uid}
            aria-label={t('meetings.line.role', { name: nameOf(uid) })}
            placeholder={t('meetings.line.role', { name: nameOf(uid) })}
            maxLength={40}
            value={roles[uid] ?? ''}
            onChange={(event) => setRoles({ ...roles, [uid]: event.target.value })}
          />
        ))}
      {isElsewhere && <Failure error={add.error} />}
      <Button htmlType="submit" loading={add.isPending}>
        {t('meetings.line.add')}
      </Button>
    </form>
  )
}
