import { Button } from 'antd'
import { shortInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import styles from './DraftLine.module.css'
import type { Draft } from './use-draft.ts'

/** One line above a form: what was left unfinished last time. Nothing where there is nothing. */
export function DraftLine({ offer }: Pick<Draft, 'offer'>) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  if (!offer) return null
  return (
    <div className={styles.line} role="status">
      <span className={styles.text}>
        {t('common.draft.offer', { at: shortInstant(offer.at, serviceNow(), zone), text: offer.text })}
      </span>
      <Button size="small" type="primary" onClick={offer.restore}>
        {t('common.draft.restore')}
      </Button>
      <Button size="small" onClick={offer.discard}>
        {t('common.draft.discard')}
      </Button>
    </div>
  )
}
