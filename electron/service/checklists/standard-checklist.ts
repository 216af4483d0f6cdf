import { z } from 'zod'
import { type Checklist, Condition, ItemWording, OwnerId, RoundId, Zone } from '../../../shared/contract/checklists.ts'
import { formatClock, parseClock } from '../../../shared/domain/business-day.ts'
import type { Call } from '../handlers.ts'
import type { Ports } from '../ports.ts'
import { writeSetting } from '../settings/index.ts'
import { readShipped } from '../shipped-data.ts'
import { forgetChecklists, insertItem, insertWording, insertZone, saveRound } from './checklist-repository.ts'

const Named = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const Indicators = z.object({ indicators: z.array(Named) })

/** `resources/checklists/outlet-standard.json`. */
const StandardChecklist = z.object({
  version: z.string(),
  rounds: z.array(
    z.object({
      id: RoundId,
      zh: z.string(),
      en: z.string(),
      window_start: z.string(),
      window_end: z.string(),
      default_patroller_role: OwnerId,
      planned_minutes: z.int(),
    }),
  ),
  zones: z.array(Zone.omit({ isOn: true, isOwn: true })),
  items: z.array(ItemWording.extend({ id: z.string() })),
  conditions: z.array(Condition),
  tags: z.array(Named),
})
type StandardChecklist = z.infer<typeof StandardChecklist>

const FIRST_VERSION = 1
/** Weekend hours begin half an hour later; the head changes windows in the checklist editor. */
const WEEKEND_SHIFT_MINUTES: Partial<Record<RoundId, number>> = { opening: 30, closing: -60 }

export function standardChecklist(content: Ports['content']): StandardChecklist {
  return readShipped(content, 'checklists/outlet-standard.json', StandardChecklist)
}

/** What a wording may name: on what days it is asked, how it is grouped, what its answers count towards. */
export function shippedNames(content: Ports['content']): Pick<Checklist, 'conditions' | 'tags' | 'indicators'> {
  const { conditions, tags } = standardChecklist(content)
  return { conditions, tags, indicators: readShipped(content, 'indicators/indicators.json', Indicators).indicators }
}

/** Loads the shipped checklist into an outlet that has just been set up. */
export function installStandardChecklist(call: Call): void {
  const { database } = call
  const standard = standardChecklist(call.ports.content)
  for (const zone of standard.zones) insertZone(database, { ...zone, isOn: true, isOwn: false })
  for (const { id, ...wording } of standard.items) {
    const no = insertItem(database, id, false)
    insertWording(database, no, FIRST_VERSION, wording, { at: call.now, by: '' })
  }
  for (const [index, round] of standard.rounds.entries()) saveRound(database, index + 1, roundOf(round))
  writeSetting(database, 'checklist.version', FIRST_VERSION)
  forgetChecklists(database)
  call.changed({ record: 'checklist', uid: standard.version, before: null, after: { items: standard.items.length } })
}

function roundOf(round: StandardChecklist['rounds'][number]) {
  const window = { start: round.window_start, end: round.window_end }
  const shift = WEEKEND_SHIFT_MINUTES[round.id] ?? 0
  const shifted = (clock: string) => formatClock(parseClock(clock) + shift)
  return {
    id: round.id,
    zh: round.zh,
    en: round.en,
    patrollerRole: round.default_patroller_role,
    plannedMinutes: round.planned_minutes,
    windows: {
      weekday: window,
      makeup: window,
      weekend: { start: shifted(window.start), end: shifted(window.end) },
    },
  }
}
