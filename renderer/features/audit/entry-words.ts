import type { AuditEntry } from '../../../shared/contract/audit.ts'
import type { MessageKey, Translate } from '../../../shared/messages/message-key.ts'
import { formatInstant } from '../../app/formats.ts'

const GROUPS_OF_SETTINGS: Record<string, string> = {
  lockAfterMinutes: 'lock',
  openOn: 'hours',
  hours: 'hours',
  switches: 'switches',
  parameters: 'parameters',
}

/** First part of a condition of the day: `weather.rain`. */
const CONDITIONS = ['weather', 'day']

/** Where the words for the values of a field stand. */
const WORDS_OF_FIELDS: Record<string, string[]> = {
  post: ['posts'],
  role: ['roles'],
  duties: ['duties'],
  severity: ['checklists.severity'],
  rounds: ['checklists.round'],
  round: ['checklists.round'],
  cadence: ['checklists.cadence'],
  default_weekday: ['checklists.weekday'],
  default_owner_role: ['checklists.owner'],
  patrollerRole: ['checklists.owner'],
  kind: ['checklists.kind', 'settings.calendar.kind', 'devices.kind', 'meetings.kind', 'praises.channels'],
  state: ['rectifications.states', 'awardViews.state', 'meetings.state'],
  owner_queue: ['checklists.owner'],
  status: ['patrols.states'],
  value: ['patrols.answers'],
  mode: ['moods.mode'],
  moments: ['moods.moment'],
}

type Change = AuditEntry['changes'][number]

/** One changed field, in words. */
export interface FieldChange {
  field: string
  /** Null where the record was created. */
  before: string | null
  /** Null where it was removed. */
  after: string | null
}

export interface WordsOfEntries {
  t: Translate
  zone: string
  /** Name of a person by uid. */
  nameOf: (uid: string) => string | undefined
  /** Name of what a field chooses from a list of the outlet: a zone, a cause, a template. */
  listedName: (field: string, id: string) => string | undefined
}

/** A key the messages do not know shows itself: an old entry must stay readable after a feature is gone. */
function wordOr(t: Translate, key: string, instead: string): string {
  const text = t(key as MessageKey)
  return text === key ? instead : text
}

export function procedureText(procedure: string, t: Translate): string {
  return wordOr(t, `audit.procedure.${procedure}`, procedure)
}

/** Somebody who signs in is nobody yet: the entry then tells whom the sign-in was for. */
export function actorText({ actor, role, changes }: AuditEntry, { t, nameOf }: WordsOfEntries): string {
  const [change] = changes
  const signedIn = role === 'nobody' && change?.record === 'sign-in' ? nameOf(change.uid) : undefined
  return signedIn ?? (actor === role ? wordOr(t, `audit.actor.${actor}`, actor) : actor)
}

export function roleText(role: string, t: Translate): string {
  return role === 'nobody' ? t('audit.role.nobody') : wordOr(t, `roles.${role}`, role)
}

export function recordText({ record }: Pick<Change, 'record'>, t: Translate): string {
  return wordOr(t, `audit.record.${record}`, record)
}

/** The fields that differ; nested ones by their path. */
export function fieldChanges({ before, after }: Change, words: WordsOfEntries): FieldChange[] {
  const was = before && flatten(before)
  const is = after && flatten(after)
  const paths = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
  return paths
    .filter((path) => JSON.stringify(was?.[path] ?? null) !== JSON.stringify(is?.[path] ?? null))
    .map((path) => ({
      field: fieldText(path, words.t),
      before: was && valueText(path, was[path], words),
      after: is && valueText(path, is[path], words),
    }))
}

function flatten(record: Record<string, unknown>, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const isNested = typeof value === 'object' && value !== null && !Array.isArray(value)
      return isNested
        ? Object.entries(flatten(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value]]
    }),
  )
}

function fieldText(path: string, t: Translate): string {
  const [first = '', ...rest] = path.split('.')
  const setting = GROUPS_OF_SETTINGS[first]
  const group = CONDITIONS.includes(first) ? 'audit.condition' : setting && `settings.${setting}`
  const names = rest.map((name) => (group ? wordOr(t, `${group}.${name}`, name) : name))
  return [wordOr(t, `audit.field.${first}`, first), ...names].join(' · ')
}

function valueText(path: string, value: unknown, { t, zone, listedName }: WordsOfEntries): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return isInstant(path, value) ? formatInstant(value, zone) : String(value)
  const word = (one: unknown) =>
    typeof one === 'string' ? (listedName(path, one) ?? valueWord(path, one, t)) : JSON.stringify(one)
  return Array.isArray(value) ? value.map(word).join(', ') : word(value)
}

function valueWord(path: string, value: string, t: Translate): string {
  for (const group of WORDS_OF_FIELDS[path] ?? []) {
    const text = wordOr(t, `${group}.${value}`, '')
    if (text !== '') return text
  }
  return value
}

/** UTC milliseconds since 2001 in a field that names an instant. */
function isInstant(path: string, value: number): boolean {
  return /(_at|At|_since|_after)$/.test(path) && value > 1_000_000_000_000
}

/** One line for tables and exports: `整改单：状态 submitted → verified`. */
export function changeLine(change: Change, words: WordsOfEntries): string {
  const fields = fieldChanges(change, words).map(({ field, before, after }) =>
    before === null
      ? `${field} ${after ?? ''}`
      : after === null
        ? `${field} ${before}`
        : `${field} ${before} → ${after}`,
  )
  return [recordText(change, words.t), ...fields].join(' | ')
}
