import { useQuery } from '@tanstack/react-query'
import { shortInstant } from '../../app/formats.ts'
import { STAFF_ROLES } from '../../app/role-sets.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './RecentFindings.module.css'

/** What must not be missed and is rarely there. */
export function RareNotices() {
  const { person } = useSignedIn()
  return (
    <>
      {person.role === 'outlet-head' && <LateComplaints />}
      {STAFF_ROLES.includes(person.role) && <AnswersDue />}
    </>
  )
}

/** Of the person alone: what was decided on them and may still be answered. */
function AnswersDue() {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { data = [] } = useQuery(useApi().accountability.mine.queryOptions({ input: {} }))
  if (data.length === 0) return null
  return (
    <Panel title={t('accountability.todayTitle')} aside={<StatusTag tone="amber">{data.length}</StatusTag>} isFitting>
      <ul className={styles.findings}>
        {data.map(({ task, description, until }) => (
          <li key={task.uid}>
            <button type="button" onClick={() => navigate('/rectifications', { task: task.uid })}>
              <span className={styles.what}>{description}</span>
              <span className={styles.when}>
                {t('accountability.todayUntil', { time: shortInstant(until, serviceNow(), zone) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** For the head: complaints past their next date; nothing where there are none. */
function LateComplaints() {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { data = [] } = useQuery(useApi().complaintClocks.overdue.queryOptions({ input: {} }))
  if (data.length === 0) return null
  return (
    <Panel title={t('complaintClocks.todayTitle')} aside={<StatusTag tone="red">{data.length}</StatusTag>} isFitting>
      <ul className={styles.findings}>
        {data.map(({ task, description, next }) => (
          <li key={task.uid}>
            <button type="button" onClick={() => navigate('/rectifications', { task: task.uid })}>
              <StatusTag tone="red">{next && t(`complaintClocks.steps.${next.step}`)}</StatusTag>
              <span className={styles.what}>{description}</span>
              <span className={styles.when}>{next && shortInstant(next.until, serviceNow(), zone)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
