import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { formatShortDay, shortInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { AccountabilityForm } from './AccountabilityForm.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import styles from './TaskCard.module.css'

const ROLES: readonly string[] = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller', 'branch-lead']

/** What was decided on people because of this task; nothing for whom it does not concern. */
export function AccountabilitySection({ task }: { task: Rectification }) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone, person: me } = useSignedIn()
  const [form, setForm] = useState<string>()
  const { data } = useQuery({
    ...useApi().accountability.card.queryOptions({ input: { taskUid: task.uid } }),
    enabled: ROLES.includes(me.role),
  })
  if (!data || (!data.mayDecide && data.decisions.length === 0)) return null
  const at = (instant: number) => shortInstant(instant, serviceNow(), zone)
  const nameOf = (level: number) => {
    const rule = data.levels.find((one) => one.level === level)
    return rule ? textIn(rule, language) : ''
  }
  return (
    <section>
      <h3>{t('accountability.title')}</h3>
      <ul className={styles.spots}>
        {data.decisions.map((one) => (
          <li key={one.uid}>
            <b>{one.person.name}</b>
            <StatusTag tone="amber">
              {t('accountability.levelName', { level: one.level, name: nameOf(one.level) })}
            </StatusTag>
            <span className={styles.spotName}>
              {one.reason} {one.reference && <span className="muted">{one.reference}</span>}
            </span>
            <span className="faint">
              {t('accountability.decided', { name: one.decidedBy, time: at(one.decidedAt) })}
            </span>
            {one.answer && <span>{t('accountability.answered', { answer: one.answer })}</span>}
            {one.reply && <span>{t('accountability.replied', { reply: one.reply })}</span>}
            {one.replyReference && one.replyDecidedOn && (
              <span className="muted">
                {t('accountability.repliedAbove', {
                  reference: one.replyReference,
                  day: formatShortDay(one.replyDecidedOn, language),
                })}
              </span>
            )}
            {one.replyReminders > 0 && (
              <StatusTag tone="red">{t('accountability.replyReminded', { count: one.replyReminders })}</StatusTag>
            )}
            {one.mayAnswer && (
              <span className="muted">{t('accountability.answerUntil', { time: at(one.answerUntil) })}</span>
            )}
            {one.mayReply && one.replyUntil !== null && (
              <span className="muted">{t('accountability.replyUntil', { time: at(one.replyUntil) })}</span>
            )}
            {(one.mayAnswer || one.mayReply) && form !== one.uid && (
              <Button size="small" onClick={() => setForm(one.uid)}>
                {t(one.mayAnswer ? 'accountability.answer' : 'accountability.reply')}
              </Button>
            )}
            {form === one.uid && (one.mayAnswer || one.mayReply) && (
              <AnswerForm
                decision={one}
                taskUid={task.uid}
                levels={data.levels.filter(({ isRecorded, level }) => isRecorded && level <= one.level)}
                onClose={() => setForm(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      {data.mayDecide && form !== 'new' && task.state !== 'void' && (
        <div className={styles.acts}>
          <Button type="link" size="small" onClick={() => setForm('new')}>
            {t('accountability.open')}
          </Button>
        </div>
      )}
      {form === 'new' && <AccountabilityForm task={task} levels={data.levels} onClose={() => setForm(undefined)} />}
    </section>
  )
}
