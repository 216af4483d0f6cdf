import { useStore } from 'zustand'
import { Kbd } from '../ui/Kbd.tsx'
import { keyHintStore } from './key-hints.ts'
import styles from './Shell.module.css'
import { useTranslate } from './use-translate.ts'

export function HintBar() {
  const t = useTranslate()
  const { hints, note } = useStore(keyHintStore)
  if (hints.length === 0 && !note) return null
  return (
    <section className={styles.hints} aria-label={t('shell.keyHints')}>
      <ul>
        {hints.map(({ keys, text }) => (
          <li key={text}>
            {keys.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
            {text}
          </li>
        ))}
      </ul>
      {note && <span className={styles.note}>{note}</span>}
    </section>
  )
}
