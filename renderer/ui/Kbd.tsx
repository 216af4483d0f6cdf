import { keysOf } from '../app/shortcut.ts'
import styles from './Kbd.module.css'

/** A shortcut as the keyboard shows it: `Ctrl K`. `onDark` inside a filled button. */
export function Kbd({ keys, onDark = false }: { keys: string; onDark?: boolean }) {
  return (
    <kbd className={styles.kbd} data-on-dark={onDark || undefined}>
      {keysOf(keys).join(' ')}
    </kbd>
  )
}
