import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingDay, MeetingKind } from '../../../../shared/contract/meetings.ts'
import { formatShortDay } from '../../../app/formats.ts'
import { LEAD_ROLES } from '../../../app/role-sets.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useMeetingWords } from '../use-meeting-words.ts'
import styles from './Start.module.css'
import type { Entering } from './StartPage.tsx'

interface MissingLogsProps {
  day: MeetingDay
  onOpen: (meeting: string) => void
  onEnter: (entering: Entering) => void
}

/** The last open day's meeting without a log: entered, signed late, or explained. */
export function MissingLogs({ day, onOpen, onEnter }: MissingLogsProps) {
  const t = useTranslate()
  const { language } = useMeetingWords()
  const { person } = useSignedIn()
  const isHead = person.role === 'outlet-head'
  const mayExplain = LEAD_ROLES.includes(person.role)
  const [explaining, setExplaining] = useState<{ on: string; kind: MeetingKind }>()
  const explain = useMutation(useApi().meetings.explainDay.mutationOptions())
  return (
    <>
      {day.missing.map(({ on, kind, draft }) => (
        <section key={`${on}/${kind}`} className={styles.missing} role="status">
          <b>
            {t(draft ? 'meetings.missing.draft' : 'meetings.missing.title', {
              day: formatShortDay(on, language),
              kind: t(`meetings.kind.${kind}`),
            })}
          </b>
          {draft && <Button onClick={() => onOpen(draft)}>{t('meetings.missing.open')}</Button>}
          {!draft && isHead && <Button onClick={() => onEnter({ on, kind })}>{t('meetings.missing.enter')}</Button>}
          {!draft && mayExplain && (
            <Button onClick={() => setExplaining({ on, kind })}>{t('meetings.missing.explain')}</Button>
          )}
          {!isHead && <span className="muted">{t('meetings.missing.headOnly')}</span>}
        </section>
      ))}
      <ReasonDialog
        isOpen={explaining !== undefined}
        title={t('meetings.missing.explain')}
        label={t('meetings.missing.reason')}
        confirmLabel={t('common.save')}
        isBusy={explain.isPending}
        onConfirm={(reason) =>
          explaining && explain.mutate({ ...explaining, reason }, { onSuccess: () => setExplaining(undefined) })
        }
        onCancel={() => setExplaining(undefined)}
      />
    </>
  )
}
