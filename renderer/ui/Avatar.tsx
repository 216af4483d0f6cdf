import styles from './Avatar.module.css'

/** The first character of a name, as Chinese contact lists show people. */
export function Avatar({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <span className={styles.avatar} style={{ width: size, height: size }} aria-hidden="true">
      {[...name][0] ?? ''}
    </span>
  )
}
