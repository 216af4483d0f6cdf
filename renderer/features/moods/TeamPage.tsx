import { useQuery } from '@tanstack/react-query'
import type { MoodBand, MoodWeek } from '../../../shared/contract/moods.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ChangesPanel } from './ChangesPanel.tsx'
import { MoodGlyph } from './MoodGlyph.tsx'
import styles from './Moods.module.css'

/** Half a year. */
const SHOWN_WEEKS = 26
const LISTED_WEEKS = 6
const GLYPH_OF_BAND: Record<MoodBand, number> = { bright: 5, overcast: 3, rainy: 2 }

/** The same for everybody: the weather of the whole outlet, and what was done about it. */
export function TeamPage({ mayWrite }: { mayWrite: boolean }) {
  const t = useTranslate()
  const { data, error, refetch } = useQuery(useApi().moods.weather.queryOptions({ input: {} }))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={6} />
  const shown = data.weeks.slice(0, SHOWN_WEEKS).reverse()
  return (
    <div className={`${styles.columns} ${styles.even}`}>
      <Panel title={t('moods.team.title')} aside={<span className="faint">{t('moods.team.lead')}</span>}>
        {shown.length === 0 ? (
          <p className={`${styles.fields} muted`}>{t('moods.team.none')}</p>
        ) : (
          <>
            <ol className={styles.strip} aria-label={t('moods.team.strip', { count: shown.length })}>
              {shown.map((week) => (
                <WeekCell key={week.week} week={week} />
              ))}
            </ol>
            <ul className={styles.list}>
              {data.weeks.slice(0, LISTED_WEEKS).map((week) => (
                <WeekRow key={week.week} week={week} />
              ))}
            </ul>
          </>
        )}
      </Panel>
      <ChangesPanel changes={data.changes} mayWrite={mayWrite} />
    </div>
  )
}

function useWeekText({ band, why }: MoodWeek): string {
  const t = useTranslate()
  if (band) return t(`moods.band.${band}`)
  return t(why === 'masked' ? 'moods.team.masked' : 'moods.team.few')
}

function WeekCell({ week }: { week: MoodWeek }) {
  const text = useWeekText(week)
  return (
    <li className={styles.week} data-published={week.band ? true : undefined} title={`${week.week} ${text}`}>
      {week.band ? <MoodGlyph level={GLYPH_OF_BAND[week.band]} /> : <span className={styles.dash}>–</span>}
      <span>{week.week.slice(5)}</span>
      <span className="visually-hidden">{text}</span>
    </li>
  )
}

function WeekRow({ week }: { week: MoodWeek }) {
  const t = useTranslate()
  const text = useWeekText(week)
  return (
    <li>
      <span className="muted">{t('moods.team.week', { from: week.week, to: addDays(week.week, 6) })}</span>
      <span className={week.band ? styles.wide : `${styles.wide} faint`}>{text}</span>
    </li>
  )
}
