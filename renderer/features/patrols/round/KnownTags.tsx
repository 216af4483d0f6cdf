import type { TaskRef } from '../../../../shared/contract/patrols.ts'
import { businessDay } from '../../../../shared/domain/business-day.ts'
import { shortDueText } from '../../../app/due-text.ts'
import { shortInstant } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useNow } from '../../../services/clock.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { useOwnerName } from '../use-owner-name.ts'
import { monthDay } from '../wording.ts'

/** A known defect beside its item: since when, with whom, how far, and by when; red once that is past. */
export function KnownTags({ task }: { task: TaskRef }) {
  const t = useTranslate()
  const ownerName = useOwnerName()
  const { zone } = useSignedIn()
  const now = useNow()
  const since = monthDay(businessDay(task.foundAt, zone))
  const { text, isLate } = shortDueText(task, now, zone, t)
  return (
    <>
      <StatusTag tone="blue">
        {t('patrols.tags.knownSince', {
          since,
          owner: ownerName(task.owner),
          state: t(`rectifications.states.${task.state}`),
        })}
      </StatusTag>
      <StatusTag tone={isLate ? 'red' : 'neutral'}>
        {isLate ? text : t('patrols.tags.knownDue', { due: shortInstant(task.dueAt, now, zone) })}
      </StatusTag>
    </>
  )
}
