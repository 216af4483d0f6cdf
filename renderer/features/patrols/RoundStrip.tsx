import { ROUND_IDS } from '../../../shared/contract/checklists.ts'
import type { DayPlan, PatrolSummary } from '../../../shared/contract/patrols.ts'
import { weekdayOf } from '../../../shared/domain/business-day.ts'
import { formatWeekday } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import styles from './RoundStrip.module.css'
import { formatRate, monthDay } from './wording.ts'

type Day = Pick<DayPlan, 'on' | 'isOpen' | 'patrols'>

interface RoundStripProps {
  days: readonly Day[]
  onOpen: (patrol: PatrolSummary) => void
  /** Marks the day on screen. */
  current?: string
}

/** Rounds down, days across: held, held late, missed, to come. Days without rounds take no room. */
export function RoundStrip({ days, onOpen, current }: RoundStripProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { today } = useSignedIn()
  const shown = days.filter(({ isOpen, patrols }) => isOpen || patrols.length > 0)
  const rounds = ROUND_IDS.filter((round) => shown.some(({ patrols }) => patrols.some((one) => one.round === round)))
  const startsWeek = (on: string) => weekdayOf(on) === 1 && on !== shown[0]?.on
  if (rounds.length === 0) return <p className={styles.none}>{t('patrols.list.empty')}</p>
  return (
    <table className={styles.strip}>
      <thead>
        <tr>
          <td />
          {shown.map(({ on }) => (
            <th
              key={on}
              scope="col"
              title={on}
              data-week={startsWeek(on) || undefined}
              aria-current={on === (current ?? today) ? 'date' : undefined}
            >
              {language === 'zh-CN' ? formatWeekday(on, language).slice(-1) : formatWeekday(on, language).slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={round}>
            <th scope="row">{t(`patrols.rounds.${round}`)}</th>
            {shown.map(({ on, patrols }) => (
              <td key={on} data-week={startsWeek(on) || undefined}>
                <Cell patrol={patrols.find((one) => one.round === round && one.kind !== 'recheck')} onOpen={onOpen} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ patrol, onOpen }: { patrol: PatrolSummary | undefined; onOpen: RoundStripProps['onOpen'] }) {
  const t = useTranslate()
  if (!patrol) return null
  const { on, round, state, figures, isLateEntry } = patrol
  const parts = [monthDay(on), t(`patrols.rounds.${round}`), t(`patrols.states.${state}`)]
  if (isLateEntry) parts.push(t('patrols.lateEntry'))
  if (figures.passRate !== null) parts.push(`${t('patrols.list.passRate')} ${formatRate(figures.passRate)}`)
  const label = parts.join(' ')
  return (
    <button
      type="button"
      className={styles.cell}
      data-look={lookOf(patrol)}
      title={label}
      aria-label={label}
      onClick={() => onOpen(patrol)}
    />
  )
}

export function lookOf({ state, isLateEntry }: Pick<PatrolSummary, 'state' | 'isLateEntry'>): string {
  if (state === 'submitted') return isLateEntry ? 'late' : 'held'
  if (state === 'missed') return 'missed'
  if (state === 'returned') return 'late'
  return state === 'planned' || state === 'due' ? 'open' : 'running'
}
