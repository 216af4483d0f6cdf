import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useKeyHints } from '../../app/key-hints.ts'
import { STAFF_ROLES } from '../../app/role-sets.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RoundStrip, showRound, useOpenRound } from '../patrols/index.ts'
import { DayLine } from './DayLine.tsx'
import { type DayStage, nextStep, stagesOf } from './day-stages.ts'
import { lastDayOf } from './last-day.ts'
import { MonthFigures } from './MonthFigures.tsx'
import { NextSteps } from './NextSteps.tsx'
import { RecentFindings } from './RecentFindings.tsx'
import { TempoQuestions } from './TempoQuestions.tsx'
import { TodayHeader } from './TodayHeader.tsx'
import styles from './TodayLayout.module.css'
import { TodayLayout } from './TodayLayout.tsx'
import { TodoPanel } from './TodoPanel.tsx'
import { showMeeting, useBeginMeeting } from './use-begin-meeting.ts'

const REFRESH_MS = 60_000
const BackupNote = lazy(async () => ({ default: (await import('../backups/index.ts')).BackupNote }))

/** Home: the day as a line, what waits for me, the month and the last two weeks. One key starts what is next. */
export function TodayScreen() {
  const t = useTranslate()
  const { person } = useSignedIn()
  const now = useNow()
  const { open, isOpening } = useOpenRound()
  const { begin, isBeginning } = useBeginMeeting()
  const overview = useQuery({ ...useApi().today.overview.queryOptions({ input: {} }), refetchInterval: REFRESH_MS })
  const { data } = overview
  const stages = useMemo(() => (data ? stagesOf(data.day.patrols, data.meetings) : []), [data])
  const next = nextStep(stages, data?.tasks ?? [], now)
  const mayStart = next.act !== undefined && STAFF_ROLES.includes(person.role)

  const openStage = (stage: DayStage) => ('patrol' in stage ? open(stage.patrol) : showMeeting(stage.meeting))
  function start() {
    if (!next.act || !mayStart) return
    if ('check' in next.act) navigate('/rectifications', { task: next.act.check.uid })
    else if ('patrol' in next.act.stage) open(next.act.stage.patrol)
    else begin(next.act.stage.meeting)
  }
  const printable = (next.stage && 'patrol' in next.stage ? next.stage.patrol : undefined) ?? data?.day.patrols[0]
  useCommands([
    { id: 'today-start', key: 'today.hints.start', shortcut: 'Enter', when: () => mayStart, run: start },
    {
      id: 'today-print',
      key: 'today.printBlank',
      when: () => printable !== undefined,
      run: () => navigate('/patrols', { print: printable?.uid ?? '' }),
    },
    {
      id: 'today-day-sheet',
      key: 'today.printDay',
      shortcut: 'Ctrl+P',
      when: () => data !== undefined,
      run: () => window.print(),
    },
  ])
  useKeyHints([
    ...(mayStart ? [{ keys: ['Enter'], text: t('today.hints.start') }] : []),
    ...(data && data.tasks.length + data.matters.length + data.otherTasks.length > 0
      ? [{ keys: ['Up', 'Down'], text: t('today.hints.task') }]
      : []),
  ])

  if (!data) {
    return overview.error ? (
      <Failure error={overview.error} onRetry={() => void overview.refetch()} />
    ) : (
      <LoadingRows rows={10} />
    )
  }
  const isYoung = data.week.every(({ patrols }) => patrols.every(({ openedAt }) => openedAt === null))
  const lastDay = lastDayOf(data.week, data.day.on)
  const backupNote = (when: 'quiet' | 'urgent') =>
    person.role === 'outlet-head' && (
      <Suspense fallback={null}>
        <BackupNote when={when} />
      </Suspense>
    )
  return (
    <TodayLayout
      header={
        <TodayHeader
          day={data.day}
          nextOpen={data.nextOpen}
          next={next}
          printable={printable}
          mayStart={mayStart}
          isOpening={isOpening || isBeginning}
          onStart={start}
        />
      }
      line={<DayLine day={data.day} stages={stages} next={next.stage} onOpen={openStage} />}
      work={
        <>
          {backupNote('urgent')}
          <TodoPanel {...data} />
          {(!isYoung || lastDay.missed > 0) && <RecentFindings lastDay={lastDay} />}
          {backupNote('quiet')}
        </>
      }
      side={
        <>
          {isYoung ? <NextSteps /> : <MonthFigures month={data.month} />}
          <Panel title={t('today.week')} extra={<span className="faint">{t('today.weekHint')}</span>}>
            <div className={styles.strip}>
              <RoundStrip days={data.week} onOpen={({ uid }) => showRound(uid)} />
            </div>
          </Panel>
          <TempoQuestions from={lastDay.on} />
        </>
      }
    />
  )
}
