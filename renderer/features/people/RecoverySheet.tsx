import { useTranslate } from '../../app/use-translate.ts'
import styles from '../../ui/NoteOnce.module.css'
import { NoteOnce } from '../../ui/NoteOnce.tsx'

export function RecoverySheet({ code, onNoted }: { code: string; onNoted: () => void }) {
  const t = useTranslate()
  return (
    <NoteOnce title={t('people.recovery.title')} onNoted={onNoted}>
      <div className={styles.code} data-testid="recovery-code">
        {code}
      </div>
      <p className="muted">{t('people.recovery.text')}</p>
      <p className="muted">{t('people.recovery.replaced')}</p>
    </NoteOnce>
  )
}
