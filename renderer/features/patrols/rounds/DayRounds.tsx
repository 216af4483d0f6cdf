import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { RefObject } from 'react'
import type { DayPlan, PatrolSummary } from '../../../../shared/contract/patrols.ts'
import type { MessageKey } from '../../../../shared/messages/message-key.ts'
import { STAFF_ROLES } from '../../../app/role-sets.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { useRowCursor } from '../../../ui/table/use-row-cursor.ts'
import { useOpenRound } from '../use-open-round.ts'
import { formatRate, roundMode, roundTitle, STATE_TONES, windowText } from '../wording.ts'
import styles from './RoundsPage.module.css'

const REFRESH_MS = 60_000
const STARTABLE: readonly string[] = ['running', 'returned', 'late', 'due']

/** The rounds of one day; Enter starts, goes on with, or shows the one under the cursor. */
export function DayRounds({ on, frame }: { on: string; frame: RefObject<HTMLDivElement | null> }) {
  const t = useTranslate()
  const day = useQuery({ ...useApi().patrols.day.queryOptions({ input: { on } }), refetchInterval: REFRESH_MS })
  const { data } = day
  return (
    <Panel
      title={data ? t(`patrols.list.dayKinds.${data.kind}`) : t('patrols.list.day')}
      aside={data?.holidayName && <StatusTag>{data.holidayName}</StatusTag>}
      extra={data && !data.isCertain && <span className="faint">{t('patrols.list.uncertain')}</span>}
    >
      {day.error && <Failure error={day.error} onRetry={() => void day.refetch()} />}
      {!data && !day.error && <LoadingRows rows={5} />}
      {data?.patrols.length === 0 && <NoRounds day={data} />}
      {data && data.patrols.length > 0 && <Rounds patrols={data.patrols} frame={frame} />}
    </Panel>
  )
}

function NoRounds({ day }: { day: DayPlan }) {
  const t = useTranslate()
  return day.isOpen ? (
    <EmptyState title={t('patrols.list.noRounds')} text={t('patrols.list.noRoundsText')} />
  ) : (
    <EmptyState
      title={t('patrols.list.closed', { kind: t(`patrols.list.dayKinds.${day.kind}`) })}
      text={t('patrols.list.closedText')}
    />
  )
}

function Rounds({ patrols, frame }: { patrols: readonly PatrolSummary[]; frame: RefObject<HTMLDivElement | null> }) {
  const t = useTranslate()
  const { person } = useSignedIn()
  const { open } = useOpenRound()
  const cursor = useRowCursor(patrols, ({ uid }) => uid, open)
  const mayWalk = STAFF_ROLES.includes(person.role)
  const next = STARTABLE.map((state) => patrols.find((one) => one.state === state)).find(Boolean)
  useCommands([
    {
      id: 'rounds-start',
      key: 'patrols.list.hints.start',
      shortcut: 'Enter',
      when: () => mayWalk && next !== undefined,
      run: () => next && open(next),
    },
  ])
  return (
    <div
      ref={(element) => {
        frame.current = element
        cursor.frame.current = element
      }}
    >
      <table className={styles.rounds}>
        <thead>
          <tr>
            <th>{t('patrols.list.round')}</th>
            <th>{t('patrols.list.window')}</th>
            <th>{t('patrols.list.state')}</th>
            <th>{t('patrols.list.who')}</th>
            <th className={styles.number}>{t('patrols.list.completion')}</th>
            <th className={styles.number}>{t('patrols.list.passRate')}</th>
            <th className={styles.number}>{t('patrols.list.fails')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {patrols.map((patrol) => (
            <tr key={patrol.uid} data-row-key={patrol.uid} {...cursor.rowProps(patrol)}>
              <RoundCells patrol={patrol} />
              <td>
                {mayWalk && STARTABLE.includes(patrol.state) && (
                  <Button
                    size="small"
                    tabIndex={-1}
                    type={patrol === next ? 'primary' : 'default'}
                    onClick={(event) => {
                      event.stopPropagation()
                      open(patrol)
                    }}
                  >
                    {t(startKey(patrol))}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function startKey(patrol: PatrolSummary): MessageKey {
  if (roundMode(patrol) === 'open') return 'patrols.list.goOn'
  return patrol.state === 'late' ? 'patrols.list.goLate' : 'patrols.list.go'
}

function RoundCells({ patrol }: { patrol: PatrolSummary }) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { figures, state, openedAt, isLateEntry } = patrol
  const done = figures.pass + figures.fixed + figures.fail + figures.na + figures.notSeen
  return (
    <>
      <td className={styles.name}>{roundTitle(patrol, t)}</td>
      <td className={styles.muted}>{windowText(patrol, zone, t)}</td>
      <td>
        <span className={styles.tags}>
          <StatusTag tone={STATE_TONES[state]}>{t(`patrols.states.${state}`)}</StatusTag>
          {isLateEntry && <StatusTag tone="amber">{t('patrols.lateEntry')}</StatusTag>}
        </span>
      </td>
      <td>{patrol.walkedBy?.name}</td>
      <td className={styles.number}>
        {openedAt !== null && (state === 'submitted' ? formatRate(figures.completion) : `${done}/${figures.due}`)}
      </td>
      <td className={styles.number}>{openedAt !== null && formatRate(figures.passRate)}</td>
      <td className={styles.number}>{openedAt !== null && figures.fail}</td>
    </>
  )
}
