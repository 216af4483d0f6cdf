import { Kbd } from '../ui/Kbd.tsx'
import { Overlay } from '../ui/Overlay.tsx'
import type { CommandScope, RegisteredCommand } from './commands.ts'
import { closeLayer } from './layer-store.ts'
import styles from './ShortcutSheet.module.css'
import { useRegisteredCommands } from './use-commands.ts'
import { useTranslate } from './use-translate.ts'

/** `?`: every key that works here, made from the command table. */
export function ShortcutSheet() {
  const t = useTranslate()
  const commands = useRegisteredCommands().filter(({ shortcut, when }) => shortcut && (when?.() ?? true))
  const of = (scope: CommandScope) => commands.filter((command) => command.scope === scope)
  return (
    <Overlay label={t('shell.shortcutsTitle')} width={720} onClose={closeLayer}>
      <div className={styles.sheet}>
        <h1>{t('shell.shortcutsTitle')}</h1>
        <div className={styles.columns}>
          <Group title={t('shell.shortcutsScreen')} commands={of('screen')} />
          <Group title={t('shell.shortcutsEverywhere')} commands={of('everywhere')} />
        </div>
        <p className="faint">{t('shell.shortcutsNote')}</p>
      </div>
    </Overlay>
  )
}

function Group({ title, commands }: { title: string; commands: readonly RegisteredCommand[] }) {
  const t = useTranslate()
  if (commands.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <dl className={styles.keys}>
        {commands.map(({ id, key, params, navKey, shortcut = '' }) => (
          <div key={id}>
            <dt>{t(key, navKey ? { page: t(navKey) } : params)}</dt>
            <dd>
              <Kbd keys={shortcut} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
