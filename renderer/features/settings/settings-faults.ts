import type { OutletSettings } from '../../../shared/contract/settings.ts'
import { isClock } from '../../ui/ClockField.tsx'

/** A parameter being typed may stand empty for a moment. */
export interface SettingsDraft extends Omit<OutletSettings, 'parameters' | 'lockAfterMinutes'> {
  lockAfterMinutes: number | null
  parameters: Record<string, number | null>
}

export interface SettingsFaults {
  hours: ('weekday' | 'weekend')[]
  parameters: string[]
}

export function faultsOf({ hours, parameters }: SettingsDraft): SettingsFaults {
  return {
    hours: (['weekday', 'weekend'] as const).filter((kind) => {
      const [open, close] = hours[kind]
      return !isClock(open) || !isClock(close) || open >= close
    }),
    parameters: Object.keys(parameters).filter((name) => parameters[name] === null),
  }
}

/** What can be saved; undefined while something is wrong. */
export function settingsFrom(draft: SettingsDraft): OutletSettings | undefined {
  const faults = faultsOf(draft)
  const { lockAfterMinutes } = draft
  if (lockAfterMinutes === null) return undefined
  if (faults.hours.length > 0 || faults.parameters.length > 0) return undefined
  const parameters = Object.entries(draft.parameters).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  )
  return { ...draft, lockAfterMinutes, parameters: Object.fromEntries(parameters) as Record<string, number> }
}
