import { createStore } from 'zustand/vanilla'
import type { MessageKey, MessageParams } from '../../shared/messages/message-key.ts'

/** One thing a person can do. Feeds the palette, the shortcut sheet and the keyboard alike. */
export interface Command {
  id: string
  /** Message key of its name. */
  key: MessageKey
  params?: MessageParams
  /** Message key of the page that fills `{{page}}` in its name. */
  navKey?: MessageKey
  /** `Ctrl+K`, `F2`, `T`, `?`. */
  shortcut?: string
  /** Absent: always possible. */
  when?: () => boolean
  /** Works even while a dialog is open. */
  inDialogs?: boolean
  /** Kept out of the palette: moving a cursor is no command to search for. */
  isKeyOnly?: boolean
  run: () => void
}

export type CommandScope = 'everywhere' | 'screen'

export interface RegisteredCommand extends Command {
  scope: CommandScope
}

interface Registry {
  commands: readonly RegisteredCommand[]
}

export function createCommandRegistry() {
  const store = createStore<Registry>(() => ({ commands: [] }))
  return {
    store,
    /** Returns the way to take them back. Two living commands may share neither id nor shortcut. */
    add(commands: readonly Command[], scope: CommandScope): () => void {
      const added = commands.map((command) => ({ ...command, scope }))
      const all = [...store.getState().commands, ...added]
      const clash = findClash(all)
      if (clash) throw new Error(`Two commands share ${clash}`)
      store.setState({ commands: all })
      return () => store.setState(({ commands }) => ({ commands: commands.filter((one) => !added.includes(one)) }))
    },
    /** The command a shortcut means right now. */
    find(shortcut: string): RegisteredCommand | undefined {
      return store.getState().commands.find((one) => one.shortcut === shortcut && (one.when?.() ?? true))
    },
  }
}

export function findClash(commands: readonly Command[]): string | undefined {
  const seen = new Set<string>()
  for (const { id, shortcut } of commands) {
    for (const name of shortcut ? [`id ${id}`, `shortcut ${shortcut}`] : [`id ${id}`]) {
      if (seen.has(name)) return name
      seen.add(name)
    }
  }
  return undefined
}

export const commandRegistry = createCommandRegistry()
