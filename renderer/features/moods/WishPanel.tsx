import { Button } from 'antd'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Moods.module.css'
import { useCheckIn } from './use-check-in.ts'

/** A talk can be asked for without a weather and without a consent: the wish is all that is kept. */
export function WishPanel({ hasWish }: { hasWish: boolean }) {
  const t = useTranslate()
  const { person } = useSignedIn()
  const { submit } = useCheckIn()
  if (person.role === 'outlet-head') return null
  if (hasWish) return <p className="muted">{t('moods.checkIn.wished')}</p>
  const ask = () => submit.mutate({ moment: 'arrival', level: undefined, tags: [], isWish: true })
  return (
    <Panel title={t('moods.checkIn.wish')} isPadded>
      {submit.isError && <Failure error={submit.error} />}
      <div className={styles.foot}>
        <span className={`${styles.wide} muted`}>
          {t('moods.mode.named')} · {t('moods.checkIn.wishAlone')}
        </span>
        <Button loading={submit.isPending} onClick={ask}>
          {t('moods.checkIn.submitWish')}
        </Button>
      </div>
    </Panel>
  )
}
