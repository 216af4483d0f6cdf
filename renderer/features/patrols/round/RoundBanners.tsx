import { Button } from 'antd'
import { useStore } from 'zustand'
import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import type { RoundDialog } from './OpenRound.tsx'
import styles from './RoundPage.module.css'
import type { RoundBook } from './round-book.ts'
import type { Round } from './use-round.ts'

interface RoundBannersProps {
  round: Round
  book: RoundBook
  isReadOnly: boolean
  onDialog: (dialog: RoundDialog) => void
}

/** What is special about this round, in one line each. */
export function RoundBanners({ round, book, isReadOnly, onDialog }: RoundBannersProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { patrol, returnedReason } = book.sheet
  const seenAt = useStore(round.store, (state) => state.seenAt)
  const waiting = useStore(
    round.store,
    ({ pending }) => Object.values(pending).filter(({ state }) => state === 'waiting').length,
  )
  const isLate = patrol.state === 'late' || patrol.state === 'missed'
  return (
    <>
      {waiting > 0 && (
        <div className={styles.banner} data-tone="red" role="alert">
          <span>{t('patrols.banner.waiting', { count: waiting })}</span>
          <Button size="small" onClick={round.outbox.retry}>
            {t('patrols.banner.retry')} <Kbd keys="R" />
          </Button>
        </div>
      )}
      {returnedReason && (
        <div className={styles.banner} data-tone="amber">
          {t('patrols.banner.returned', { reason: returnedReason })}
        </div>
      )}
      {isLate && (
        <div className={styles.banner} data-tone="amber">
          <span>{t(patrol.state === 'missed' ? 'patrols.banner.missed' : 'patrols.banner.late')}</span>
          <span>
            {seenAt ? t('patrols.banner.seenAt', { time: formatTime(seenAt, zone) }) : t('patrols.banner.seenNow')}
          </span>
          {!isReadOnly && (
            <Button size="small" type="text" onClick={() => onDialog('seen-at')}>
              {t('patrols.banner.change')}
            </Button>
          )}
        </div>
      )}
      {isReadOnly && <div className={styles.banner}>{t('patrols.readOnly')}</div>}
    </>
  )
}
