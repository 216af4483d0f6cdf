import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { addDays, weekdayOf } from '../../../../shared/domain/business-day.ts'
import { formatDay, formatWeekday } from '../../../app/formats.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { navigate, replaceParams, useLocation } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RoundStrip } from '../RoundStrip.tsx'
import { showRound } from '../use-open-round.ts'
import { DayRounds } from './DayRounds.tsx'
import { DaySwitch } from './DaySwitch.tsx'
import { daysOf } from './days-of.ts'
import { PastRounds } from './PastRounds.tsx'
import styles from './RoundsPage.module.css'

const WEEK_DAYS = 7

/** One day's rounds, two weeks of squares, and every round before. */
export function RoundsPage() {
  const t = useTranslate()
  const language = useLanguage()
  const { today } = useSignedIn()
  const { params } = useLocation()
  const on = /^\d{4}-\d\d-\d\d$/.test(params.on ?? '') ? (params.on ?? today) : today
  const api = useApi()
  const rows = useRef<HTMLDivElement>(null)
  const show = (day: string) => replaceParams(day === today ? {} : { ...params, on: day })
  const monday = addDays(on, 1 - weekdayOf(on) - WEEK_DAYS)
  const weeks = useQuery(
    api.patrols.list.queryOptions({ input: { from: monday, to: addDays(monday, 2 * WEEK_DAYS - 1) } }),
  )
  const trends = () => navigate('/patrols', { view: 'trends' })

  useCommands([
    { id: 'rounds-before', key: 'patrols.list.previousDay', shortcut: 'Left', run: () => show(addDays(on, -1)) },
    { id: 'rounds-after', key: 'patrols.list.nextDay', shortcut: 'Right', run: () => show(addDays(on, 1)) },
    {
      id: 'rounds-choose',
      key: 'patrols.list.hints.move',
      shortcut: 'Down',
      isKeyOnly: true,
      run: () => rows.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus(),
    },
    { id: 'rounds-trends', key: 'patrols.list.trends', shortcut: 'Q', run: trends },
  ])
  useKeyHints([
    { keys: ['Enter'], text: t('patrols.list.hints.start') },
    { keys: ['Up', 'Down'], text: t('patrols.list.hints.move') },
    { keys: ['Left', 'Right'], text: t('patrols.list.hints.day') },
    { keys: ['Q'], text: t('patrols.list.hints.trends') },
  ])

  return (
    <Page>
      <PageHeader
        title={t('patrols.title')}
        lead={`${formatDay(on, language)} ${formatWeekday(on, language)}`}
        actions={
          <>
            <DaySwitch on={on} onChange={show} />
            <Button onClick={trends}>
              {t('patrols.list.trends')} <Kbd keys="Q" />
            </Button>
          </>
        }
      />
      <div className={styles.top}>
        <DayRounds on={on} frame={rows} />
        <Panel title={t('patrols.list.weeks')}>
          <div className={styles.strip}>
            <RoundStrip days={daysOf(weeks.data ?? [])} current={on} onOpen={({ uid }) => showRound(uid)} />
          </div>
        </Panel>
      </div>
      <PastRounds />
    </Page>
  )
}
