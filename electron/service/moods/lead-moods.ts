import type { InputOf } from '../../../shared/contract/index.ts'
import type { MoodChange, MoodRules, MoodSeries, moods } from '../../../shared/contract/moods.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { writeSetting } from '../settings/index.ts'
import { keepCounts } from './mood-counters.ts'
import { deleteChange, findSeries, insertChange, openNewSeries } from './mood-repository.ts'
import { longestRetention, readRules } from './mood-scale.ts'

/** A new series each time: what was said under the other promise keeps that promise. */
export function openSeries(call: Call, { mode }: InputOf<typeof moods.openSeries>): MoodSeries {
  const before = findSeries(call.database)
  if (before?.mode === mode) throw new AppError('conflict', 'moodModeIsSet')
  keepCounts(call, true)
  const series = openNewSeries(call.database, mode, call.today)
  const told = before && { mode: before.mode, openedOn: before.openedOn }
  call.changed({ record: 'mood-series', uid: String(series.id), before: told, after: { mode, openedOn: call.today } })
  return series
}

/** Days may be fewer than shipped, never more. */
export function setRules(call: Call, rules: MoodRules): MoodRules {
  const longest = longestRetention(call)
  for (const name of Object.keys(longest) as (keyof typeof longest)[]) {
    if (rules.retention[name] > longest[name]) {
      throw new AppError('invalid-input', 'moodRetentionTooLong', {
        params: { most: longest[name] },
        fields: { [`retention.${name}`]: 'moodRetentionTooLong' },
      })
    }
  }
  const before = readRules(call)
  writeSetting(call.database, 'moods.rules', rules)
  call.changed({ record: 'mood-rules', uid: 'outlet', before: told(before), after: told(rules) })
  return readRules(call)
}

function told({ moments, retention, careLine }: MoodRules) {
  return {
    moments,
    phone: careLine,
    keptAnswers: retention.answers,
    keptSensitive: retention.sensitiveTags,
    keptTalks: retention.careTalks,
    keptWeeks: retention.weeks,
  }
}

/** The words stay in the list; the audit chain has that there was one. */
export function addChange(call: Call, { heard, did }: InputOf<typeof moods.addChange>): MoodChange {
  const change = insertChange(call.database, { on: call.today, heard, did })
  call.changed({ record: 'mood-change', uid: String(change.id), before: null, after: { on: change.on } })
  return change
}

export function removeChange(call: Call, { id }: InputOf<typeof moods.removeChange>) {
  if (!deleteChange(call.database, id)) throw new AppError('not-found', 'moodChangeGone')
  call.changed({ record: 'mood-change', uid: String(id), before: { id }, after: null })
  return { done: true } as const
}
