import type { AwardCard } from '../../../../shared/contract/award-cards.ts'
import { formatInstant } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import styles from '../Awards.module.css'

/** What happened, oldest first; an unnamed objection with its day alone. */
export function TrailPanel({ card }: { card: AwardCard }) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  return (
    <ol className={styles.trail}>
      {card.events.map(({ act, by, on, at, reason, before, after }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the trail only grows at its end
        <li key={index}>
          <span className="faint">{at === null ? on : formatInstant(at, zone)}</span>{' '}
          <b>{t(`awardViews.event.${act}`)}</b>{' '}
          <span className="faint">
            {by ?? t(act === 'object' ? 'awardViews.objection.unnamed' : 'awardViews.event.console')}
          </span>
          {reason && <p>{reason}</p>}
          {before !== null && after !== null && (
            <p>
              <del>{before}</del> <ins>{after}</ins>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
