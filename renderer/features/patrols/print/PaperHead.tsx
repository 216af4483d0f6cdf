import type { PatrolSheet } from '../../../../shared/contract/patrols.ts'
import { formatDay, formatInstant, formatTime, formatWeekday } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { serviceNow } from '../../../services/clock.ts'
import { formatRate } from '../wording.ts'
import styles from './RoundPaper.module.css'

interface PaperHeadProps {
  sheet: PatrolSheet
  count: number
  isRecord: boolean
  isEstimate: boolean
  span: number
}

/** Title, outlet and day, and who walked: repeated on every sheet. */
export function PaperHead({ sheet, count, isRecord, isEstimate, span }: PaperHeadProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { outlet, zone } = useSignedIn()
  const { on, round, figures, openedAt, submittedAt, walkedBy } = sheet.patrol
  const answered = figures.pass + figures.fixed + figures.fail + figures.na + figures.notSeen
  const times = [openedAt, submittedAt].map((at) => (at === null ? '' : formatTime(at, zone))).join('–')
  const summary = t('patrols.print.summary', {
    due: figures.due,
    answered,
    fails: figures.fail,
    completion: formatRate(figures.completion),
    passRate: formatRate(figures.passRate),
  })
  return (
    <tr className={styles.head}>
      <td colSpan={span}>
        <h1>{t(isRecord ? 'patrols.print.record' : 'patrols.print.blank', { round: t(`patrols.rounds.${round}`) })}</h1>
        <p className={styles.facts}>
          <span>{outlet.name}</span>
          <span>
            {formatDay(on, language)} {formatWeekday(on, language)}
          </span>
          <span>{t('patrols.print.printedAt', { time: formatInstant(serviceNow(), zone) })}</span>
        </p>
        <p className={styles.facts}>
          <span>
            {t('patrols.print.walker')} {isRecord ? (walkedBy?.name ?? '') : <i />}
          </span>
          <span>
            {t('patrols.print.startEnd')} {isRecord ? times : <i />}
          </span>
          {isRecord ? (
            <span>{summary}</span>
          ) : (
            <span>
              {t('patrols.print.signature')} <i />
            </span>
          )}
          {isEstimate && <span>{t('patrols.print.blankOf', { count })}</span>}
        </p>
      </td>
    </tr>
  )
}
