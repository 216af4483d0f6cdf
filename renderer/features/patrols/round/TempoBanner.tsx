import { useQuery } from '@tanstack/react-query'
import type { PatrolSummary } from '../../../../shared/contract/patrols.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { mayCall } from '../../../services/procedure-meta.ts'
import { useApi } from '../../../services/use-client.ts'
import styles from './RoundPage.module.css'

/** A question with its numbers, where nobody can have walked that fast; nothing otherwise. */
export function TempoBanner({ patrol }: { patrol: PatrolSummary }) {
  const t = useTranslate()
  const { person } = useSignedIn()
  const { data } = useQuery({
    ...useApi().patrols.tempo.queryOptions({ input: { uid: patrol.uid } }),
    enabled: mayCall(person.role, 'patrols', 'tempo') && patrol.kind !== 'import',
  })
  if (!data?.isQuestionable) return null
  const { minutes, plannedMinutes, fastestThirtySeconds } = data
  return (
    <div className={styles.banner}>
      <b>{t('patrols.tempo.question')}</b>
      <span>{t('patrols.tempo.minutes', { minutes: Math.max(1, Math.round(minutes)), planned: plannedMinutes })}</span>
      {fastestThirtySeconds !== null && (
        <span>{t('patrols.tempo.fastest', { seconds: Math.max(1, Math.round(fastestThirtySeconds)) })}</span>
      )}
      <span className="faint">{t('patrols.tempo.note')}</span>
    </div>
  )
}
