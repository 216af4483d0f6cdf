import { useTranslate } from '../../app/use-translate.ts'
import styles from '../../ui/NoteOnce.module.css'
import { NoteOnce } from '../../ui/NoteOnce.tsx'

export function OneTimePin({
  name,
  pin,
  text,
  onNoted,
}: {
  name: string
  pin: string
  text: string
  onNoted: () => void
}) {
  const t = useTranslate()
  return (
    <NoteOnce title={t('people.firstStart.pinTitle', { name })} onNoted={onNoted}>
      <div className={styles.pin} data-testid="one-time-pin">
        {pin}
      </div>
      <p className="muted">{text}</p>
    </NoteOnce>
  )
}
