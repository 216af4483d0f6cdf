import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountabilityCard, AccountabilityDecision } from '../../../shared/contract/accountability.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { formKeys } from './form-keys.ts'
import styles from './TaskCard.module.css'
import { useAccountability } from './use-accountability.ts'

interface AnswerFormProps {
  decision: AccountabilityDecision
  taskUid: string
  /** Those that a reply may leave or lower it to. */
  levels: AccountabilityCard['levels']
  onClose: () => void
}

/** The person's answer, or the reply to it. */
export function AnswerForm({ decision, taskUid, levels, onClose }: AnswerFormProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { answer, reply } = useAccountability(taskUid)
  const [words, setWords] = useState('')
  const [level, setLevel] = useState(decision.level)
  const [reference, setReference] = useState('')
  const [decidedOn, setDecidedOn] = useState<string | null>(null)
  const { person } = useSignedIn()
  const used = decision.mayAnswer ? answer : reply
  const needsReference = decision.isOfBranch && level < decision.level && person.role !== 'branch-lead'
  const isComplete = words.trim() !== '' && (!needsReference || (reference.trim() !== '' && decidedOn !== null))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isComplete || used.isPending) return
    const ends = { onSuccess: onClose }
    if (decision.mayAnswer) answer.mutate({ uid: decision.uid, answer: words.trim() }, ends)
    else {
      const above = needsReference && { reference: reference.trim(), ...(decidedOn !== null && { decidedOn }) }
      reply.mutate({ uid: decision.uid, reply: words.trim(), level, ...above }, ends)
    }
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit} onKeyDown={formKeys(onClose)}>
      {Boolean(used.error) && <Failure error={used.error} />}
      <Field label={t(decision.mayAnswer ? 'accountability.answerLabel' : 'accountability.replyLabel')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoFocus
            rows={2}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      {!decision.mayAnswer && (
        <Field label={t('accountability.newLevel')}>
          {(ids) => (
            <Select
              {...ids}
              value={level}
              options={levels.map((rule) => ({
                value: rule.level,
                label: t('accountability.levelName', { level: rule.level, name: textIn(rule, language) }),
              }))}
              onChange={setLevel}
            />
          )}
        </Field>
      )}
      {needsReference && (
        <>
          <p className="muted">{t('accountability.branchReplyHelp')}</p>
          <Field label={t('accountability.replyReference')}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={200}
                value={reference}
                onChange={(event) => setReference(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('accountability.replyDecidedOn')}>
            {(ids) => <DayField {...ids} value={decidedOn} onChange={setDecidedOn} />}
          </Field>
        </>
      )}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>
          {t('common.cancel')} <Kbd keys="Esc" />
        </Button>
        <Button type="primary" htmlType="submit" loading={used.isPending} disabled={!isComplete}>
          {t('accountability.save')} <Kbd keys="Ctrl+Enter" onDark />
        </Button>
      </div>
    </form>
  )
}
