import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingDay, MeetingKind } from '../../../../shared/contract/meetings.ts'
import { formatDay } from '../../../app/formats.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { LEAD_ROLES } from '../../../app/role-sets.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { OpenLines } from '../OpenLines.tsx'
import { useMayWrite } from '../use-meeting-actions.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import { LateForm } from './LateForm.tsx'
import { MissingLogs } from './MissingLogs.tsx'
import { RaisePanel } from './RaisePanel.tsx'
import { RecentMeetings } from './RecentMeetings.tsx'
import { RosterPanel } from './RosterPanel.tsx'
import styles from './Start.module.css'
import { TodayMeeting } from './TodayMeeting.tsx'

export interface Entering {
  on: string
  kind: MeetingKind
}

/** Today's meetings as the outlet's data proposes them, and what came back. */
export function StartPage({ day, onOpen }: { day: MeetingDay; onOpen: (meeting: string) => void }) {
  const t = useTranslate()
  const words = useMeetingWords()
  const { person } = useSignedIn()
  const mayWrite = useMayWrite()
  const [entering, setEntering] = useState<Entering>()
  // Those on the page go by due day: only all of them tell which is the oldest.
  const hasAll = day.openLines.length === day.openLineCount
  const oldest = hasAll ? Math.max(0, ...day.openLines.map(({ mornings }) => mornings)) : 0
  const isLead = LEAD_ROLES.includes(person.role)
  useCommands([
    {
      id: 'meetings-month',
      key: 'meetingViews.month.title',
      shortcut: 'M',
      run: () => navigate('/meetings', { view: 'month' }),
    },
    {
      id: 'meetings-templates',
      key: 'meetingViews.templates.title',
      run: () => navigate('/meetings', { view: 'templates' }),
    },
  ])
  useKeyHints(mayWrite && day.isOpen ? [{ keys: ['B'], text: t('meetings.hints.begin') }] : [])
  return (
    <Page>
      <PageHeader
        title={t('meetings.title')}
        lead={
          <>
            {formatDay(day.on, words.language)}
            {!day.isOpen && ` · ${t('meetings.start.closed')}`}
            {' · '}
            {day.openLineCount === 0
              ? t('meetings.leadNone')
              : oldest === 0
                ? t('meetings.leadNew', { count: day.openLineCount })
                : t('meetings.lead', { count: day.openLineCount, mornings: oldest })}
          </>
        }
        actions={
          <>
            <Button onClick={() => navigate('/meetings', { view: 'month' })}>
              {t('meetingViews.month.open')} <Kbd keys="M" />
            </Button>
            <Button onClick={() => navigate('/meetings', { view: 'templates' })}>
              {t('meetingViews.templates.open')}
            </Button>
          </>
        }
      />
      {mayWrite && <MissingLogs day={day} onOpen={onOpen} onEnter={setEntering} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          {(['morning', 'evening'] as const).map((kind) => (
            <TodayMeeting
              key={kind}
              kind={kind}
              day={day}
              mayWrite={mayWrite}
              onOpen={onOpen}
              onEnterLate={() => setEntering({ on: day.on, kind })}
            />
          ))}
          <RecentMeetings on={day.on} onOpen={onOpen} />
        </div>
        <div className={styles.side}>
          <OpenLines meeting={null} lines={day.openLines} total={day.openLineCount} rules={day.captures} />
          <RosterPanel day={day} mayWrite={mayWrite} />
          {isLead && <RaisePanel />}
        </div>
      </div>
      {entering && <LateForm day={day} entering={entering} onOpen={onOpen} onClose={() => setEntering(undefined)} />}
    </Page>
  )
}
