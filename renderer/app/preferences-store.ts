import { createStore } from 'zustand/vanilla'
import { LANGUAGES, type Language } from '../../shared/messages/language.ts'

export type Appearance = 'system' | 'light' | 'dark'
export type Density = 'small' | 'medium' | 'large'

/** What this machine remembers about looks. Never a record, a name or a search: several people share the PC. */
export interface Preferences {
  language: Language
  appearance: Appearance
  density: Density
  /** Table id → hidden column keys. */
  hiddenColumns: Record<string, string[]>
  /** How tasks are shown. */
  taskView: 'list' | 'board'
  /** Ids of commands used lately, newest first. */
  recentCommands: string[]
}

const STORED_AS = 'chenxun.preferences'
const RECENT_KEPT = 8

function defaults(): Preferences {
  return {
    language: 'zh-CN',
    appearance: 'light',
    density: 'medium',
    hiddenColumns: {},
    taskView: 'list',
    recentCommands: [],
  }
}

function read(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') as Partial<Preferences>
    const merged = { ...defaults(), ...stored }
    return LANGUAGES.includes(merged.language) ? merged : { ...merged, language: 'zh-CN' }
  } catch {
    return defaults()
  }
}

export const preferences = createStore<Preferences>(read)

preferences.subscribe((state) => {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(state))
  } catch {
    // A locked-down profile may refuse storage; the choice then lasts until the window closes.
  }
})

export function rememberCommand(id: string): void {
  preferences.setState(({ recentCommands }) => ({
    recentCommands: [id, ...recentCommands.filter((other) => other !== id)].slice(0, RECENT_KEPT),
  }))
}

export function hideColumns(table: string, keys: string[]): void {
  preferences.setState(({ hiddenColumns }) => ({ hiddenColumns: { ...hiddenColumns, [table]: keys } }))
}
