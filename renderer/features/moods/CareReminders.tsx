import { Button } from 'antd'
import type { CareReminder } from '../../../shared/contract/mood-care.ts'
import { shortInstant } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import styles from './Moods.module.css'

interface CareRemindersProps {
  reminders: readonly CareReminder[]
  onTalk: (person: { uid: string; name: string }) => void
}

export function CareReminders({ reminders, onTalk }: CareRemindersProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const now = useNow()
  if (reminders.length === 0) return <p className={`${styles.fields} muted`}>{t('moods.care.none')}</p>
  return (
    <ul className={styles.list}>
      {reminders.map(({ person, reasons, dueAt }) => {
        const at = shortInstant(dueAt, now, zone)
        const why = reasons.map((reason) => t(`moods.care.reason.${reason}`))
        return (
          <li key={person?.uid ?? 'team'}>
            <b>{person?.name ?? t('moods.care.team')}</b>
            <span className={styles.wide}>{why.join(' · ')}</span>
            <span className={dueAt < now ? undefined : 'muted'}>
              {t(dueAt < now ? 'moods.care.overdue' : 'moods.care.due', { at })}
            </span>
            {person ? (
              <Button size="small" onClick={() => onTalk(person)}>
                {t('moods.care.talk')}
              </Button>
            ) : (
              <Button size="small" onClick={() => navigate('/moods', { tab: 'team' })}>
                {t('moods.team.add')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
