import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import styles from '../Awards.module.css'
import type { AwardPartProps } from './AwardPage.tsx'

/** What was handed over, and when; what the rules promise stands above. */
export function RewardsPanel({ card, words, actions, may }: AwardPartProps) {
  const t = useTranslate()
  const { today } = useSignedIn()
  const [what, setWhat] = useState('')
  const [on, setDay] = useState(today)
  const prize = words.kindOf(card.award.kind)?.prize
  const wrong = describeFields(actions.noteReward.error, t)

  function note(event: FormEvent) {
    event.preventDefault()
    actions.noteReward.mutate({ uid: card.award.uid, what, on }, { onSuccess: () => setWhat('') })
  }

  return (
    <Panel title={t('awardViews.card.rewards')} isPadded>
      {prize && <p className="faint">{t('awardViews.reward.rule', { prize: words.text(prize) })}</p>}
      <ul>
        {card.rewards.map((reward) => (
          <li key={reward.uid} className={styles.evidence}>
            <span className={styles.number}>{reward.on}</span>
            <span className={styles.words}>
              {reward.what} <span className="faint">{reward.notedBy}</span>
            </span>
            {may('note-reward') && (
              <Button
                size="small"
                type="text"
                aria-label={t('awardViews.reward.remove', { what: reward.what })}
                onClick={() => actions.removeReward.mutate({ uid: card.award.uid, reward: reward.uid })}
              >
                {t('common.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may('note-reward') && (
        <form className={styles.reward} onSubmit={note}>
          <Field label={t('awardViews.reward.what')} error={wrong.what}>
            {(ids) => (
              <Input
                {...ids}
                autoComplete="off"
                maxLength={120}
                value={what}
                onChange={(event) => setWhat(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('awardViews.reward.on')} error={wrong.on}>
            {(ids) => <DayField {...ids} value={on} onChange={(day) => setDay(day ?? today)} />}
          </Field>
          <Button htmlType="submit" loading={actions.noteReward.isPending}>
            {t('awardViews.reward.note')}
          </Button>
        </form>
      )}
    </Panel>
  )
}
