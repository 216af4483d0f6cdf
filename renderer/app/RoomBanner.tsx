import styles from './Shell.module.css'
import { useWorkspaceQuery } from './session.ts'
import { useTranslate } from './use-translate.ts'

const BYTES_A_MEGABYTE = 1_000_000

/** Says that the disk fills up while everything can still be saved. */
export function RoomBanner() {
  const t = useTranslate()
  const { data } = useWorkspaceQuery()
  if (!data?.isRoomLow) return null
  return (
    <div className={styles.banner} role="alert">
      <span>{t('shell.roomLow', { free: Math.floor(data.freeBytes / BYTES_A_MEGABYTE) })}</span>
    </div>
  )
}
