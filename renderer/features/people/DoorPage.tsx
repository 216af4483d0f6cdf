import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { preferences } from '../../app/preferences-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './DoorPage.module.css'

/** What stands before the console: brand above, one panel, language at the corner. */
export function DoorPage({ lead, width = 400, children }: { lead?: ReactNode; width?: number; children: ReactNode }) {
  const t = useTranslate()
  const language = useStore(preferences, (state) => state.language)
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <div className={styles.page}>
      <button
        type="button"
        className={styles.language}
        lang={other}
        onClick={() => preferences.setState({ language: other })}
      >
        {t(other === 'en' ? 'people.door.english' : 'people.door.chinese')}
      </button>
      <main className={styles.column} style={{ width }}>
        <div className={styles.brand}>
          <b>{t('common.appName')}</b>
          <span>{t('common.appNameLatin')}</span>
        </div>
        {lead && <div className={styles.lead}>{lead}</div>}
        {children}
      </main>
    </div>
  )
}
