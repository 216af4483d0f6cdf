import styles from './Shell.module.css'
import { useEnterWorkspace, useWorkspaceQuery } from './session.ts'
import { useTranslate } from './use-translate.ts'

export function SampleBanner() {
  const t = useTranslate()
  const enter = useEnterWorkspace()
  const { data } = useWorkspaceQuery()
  if (data?.workspace !== 'sample') return null
  return (
    <div className={styles.banner} role="note">
      <span>{t('shell.sampleBanner')}</span>
      <button type="button" onClick={() => void enter('own')}>
        {t('shell.sampleLeave')}
      </button>
    </div>
  )
}
