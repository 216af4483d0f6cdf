import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountabilityCard, AccountabilityDecision } from '../../../shared/contract/accountability.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
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
  const used = decision.mayAnswer ? answer : reply

  function submit(event: FormEvent) {
    event.preventDefault()
    if (words.trim() === '' || used.isPending) return
    const ends = { onSuccess: onClose }
    if (decision.mayAnswer) answer.mutate({ uid: decision.uid, answer: words.trim() }, ends)
    else reply.mutate({ uid: decision.uid, reply: words.trim(), level }, ends)
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
      <div className={styles.formFoot}>
        <Button onClick={onClose}>
          {t('common.cancel')} <Kbd keys="Esc" />
        </Button>
        <Button type="primary" htmlType="submit" loading={used.isPending} disabled={words.trim() === ''}>
          {t('accountability.save')} <Kbd keys="Ctrl+Enter" onDark />
        </Button>
      </div>
    </form>
  )
}
