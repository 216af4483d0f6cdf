import type { AwardCard } from '../../../../shared/contract/award-cards.ts'
import type { AwardState } from '../../../../shared/contract/awards.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import styles from '../Awards.module.css'

const LINE = ['draft', 'nominated', 'reviewing', 'publicised', 'granted'] as const
/** Where the line stands while an award is off it. */
const PLACE: Partial<Record<AwardState, (typeof LINE)[number]>> = { objected: 'publicised', revoked: 'granted' }

/** The way of an award as one line: what is behind it, where it is, what is still to come. */
export function StepLine({ card: { award, events }, days }: { card: AwardCard; days: number }) {
  const t = useTranslate()
  const { state } = award
  const reached = LINE.filter((step) => step === 'draft' || events.some(({ to }) => to === step))
  const now = LINE.find((step) => step === (PLACE[state] ?? state)) ?? reached.at(-1)
  return (
    <ol className={styles.steps} aria-label={t('awardViews.card.steps')}>
      {LINE.map((step) => (
        <li
          key={step}
          data-state={step === now ? 'now' : reached.includes(step) ? 'done' : 'ahead'}
          aria-current={step === now ? 'step' : undefined}
        >
          <span>{t(`awardViews.state.${step === now ? state : step}`)}</span>
          {step === 'publicised' && (
            <span className="faint">
              {award.publicityUntil === null || award.publicityUntil === award.publicityFrom
                ? t(days === 0 ? 'awardViews.card.noNotice' : 'awardViews.card.noticeDays', { count: days })
                : t('awardViews.card.notice', { from: award.publicityFrom ?? '', until: award.publicityUntil })}
            </span>
          )}
          {step === 'granted' && award.grantedOn && <span className="faint">{award.grantedOn}</span>}
        </li>
      ))}
    </ol>
  )
}
