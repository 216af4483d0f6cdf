import { Avatar } from '../ui/Avatar.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { formatDay, formatWeekday } from './formats.ts'
import { openLayer } from './layer-store.ts'
import styles from './Shell.module.css'
import { useLeaveSeat, useSignedIn } from './session.ts'
import { useLanguage, useTranslate } from './use-translate.ts'

export function TopBar() {
  const t = useTranslate()
  const language = useLanguage()
  const { outlet, person, today } = useSignedIn()
  const leave = useLeaveSeat()
  const post = t(`posts.${person.post}`)
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        <b>{t('common.appName')}</b>
        <span>{t('common.appNameLatin')}</span>
      </div>
      <div className={styles.outlet}>{outlet.name}</div>
      <div className={styles.date}>
        <span>{formatDay(today, language)}</span>
        <span>{formatWeekday(today, language)}</span>
      </div>
      <button type="button" className={styles.search} onClick={() => openLayer('palette')}>
        <span>{t('shell.searchHint')}</span>
        <Kbd keys="Ctrl+K" />
      </button>
      <button
        type="button"
        className={styles.who}
        title={t('shell.account', { name: person.name, post })}
        onClick={() => void leave()}
      >
        <Avatar name={person.name} />
        <span>{person.name}</span>
        <span className={styles.post}>{post}</span>
        <Kbd keys="F2" />
      </button>
    </header>
  )
}
