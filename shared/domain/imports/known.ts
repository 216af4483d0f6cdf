import type { Decisions, ItemDecision } from './decisions.ts'
import { nameKey, sentenceKey, wordKey } from './normalize.ts'

export interface KnownPerson {
  readonly uid: string
  readonly name: string
  readonly staffNo?: string | null
  /** Absent counts as active. */
  readonly isActive?: boolean
}

export interface KnownItem {
  readonly id: string
  readonly zone: string
  readonly zh: string
  readonly en?: string
  /** Wordings the item had before. */
  readonly earlier?: readonly string[]
}

/** A zone or a round. */
export interface KnownName {
  readonly id: string
  readonly zh: string
  readonly en?: string
}

/** What the outlet has on record when a file is read. */
export interface Known {
  readonly people: readonly KnownPerson[]
  readonly items?: readonly KnownItem[]
  readonly zones?: readonly KnownName[]
  readonly rounds?: readonly KnownName[]
  /** Numbers of devices on record. */
  readonly devices?: readonly string[]
}

export type PersonMatch =
  | { outcome: 'known'; uid: string; isOneOfSeveral: boolean }
  | { outcome: 'text' | 'leave-out' | 'unknown' }

export type PersonFinder = (text: string) => PersonMatch

/** Looks a name up; a decision of the user comes first. A name two people share is nobody's until it is mapped. */
export function personFinder(people: readonly KnownPerson[], decisions: Decisions): PersonFinder {
  const byName = uidsBy(people, (person) => nameKey(person.name))
  const byNumber = uidsBy(people, (person) => (person.staffNo ? wordKey(person.staffNo) : ''))
  const decided = decisions.people ?? {}
  const single = (text: string): string | null => {
    const key = nameKey(text)
    const bare = /离职|调离|调出|退休/.test(key) ? key : key.replace(/\([^()]*\)$/, '')
    const withoutNumber = bare.replace(/^\d+|\d+$/g, '')
    return byName.get(key) ?? byName.get(bare) ?? byName.get(withoutNumber) ?? byNumber.get(wordKey(text)) ?? null
  }
  return (text) => {
    const decision = Object.hasOwn(decided, nameKey(text)) ? decided[nameKey(text)] : undefined
    if (decision === 'text' || decision === 'leave-out') return { outcome: decision }
    if (decision !== undefined) return { outcome: 'known', uid: decision.uid, isOneOfSeveral: false }
    const uid = single(text)
    if (uid !== null) return { outcome: 'known', uid, isOneOfSeveral: false }
    const several = text
      .split(/[、,，;；/]|\s+/)
      .filter((part) => part.trim() !== '')
      .map(single)
    const [first] = several
    return several.length > 1 && first && several.every((part) => part !== null)
      ? { outcome: 'known', uid: first, isOneOfSeveral: true }
      : { outcome: 'unknown' }
  }
}

/** Keys that exactly one person has; active people count before those who left. */
function uidsBy(people: readonly KnownPerson[], keyOf: (person: KnownPerson) => string): Map<string, string> {
  const found = new Map<string, KnownPerson[]>()
  for (const person of people) {
    const key = keyOf(person)
    if (key !== '') found.set(key, [...(found.get(key) ?? []), person])
  }
  const uids = new Map<string, string>()
  for (const [key, all] of found) {
    const active = all.filter((person) => person.isActive !== false)
    const [only, other] = active.length > 0 ? active : all
    if (only && other === undefined) uids.set(key, only.uid)
  }
  return uids
}

export type ItemMatch =
  | { outcome: 'known'; item: KnownItem }
  | { outcome: 'text' }
  | { outcome: 'leave-out' }
  | { outcome: 'unknown'; nearest: KnownItem | null }

export interface ItemFinder {
  /** By id, by a decision, by today's or an earlier wording. Never by likeness: that is only proposed. */
  find(text: string, id?: string, zone?: string | null): ItemMatch
  /** The item whose wording a longer description begins with. */
  findInside(text: string, zone?: string | null): KnownItem | null
}

export function itemFinder(items: readonly KnownItem[], decisions: Decisions): ItemFinder {
  const byId = new Map(items.map((item) => [item.id, item]))
  const byWording = new Map<string, KnownItem[]>()
  for (const item of items) {
    for (const wording of new Set([item.zh, item.en ?? '', ...(item.earlier ?? [])].map(sentenceKey))) {
      if (wording !== '') byWording.set(wording, [...(byWording.get(wording) ?? []), item])
    }
  }
  const decided: Readonly<Record<string, ItemDecision>> = decisions.items ?? {}
  const exact = (key: string, zone?: string | null): KnownItem | null => {
    const all = byWording.get(key) ?? []
    return (zone ? all.find((item) => item.zone === zone) : undefined) ?? all[0] ?? null
  }
  const nearest = nearestFinder(items)
  return {
    find(text, id, zone) {
      const key = sentenceKey(text)
      const decision = Object.hasOwn(decided, key) ? decided[key] : undefined
      if (decision === 'text') return { outcome: 'text' }
      if (decision === 'leave-out') return { outcome: 'leave-out' }
      const chosen = decision && byId.get(decision.id)
      const item = chosen ?? (id ? byId.get(id.trim()) : undefined) ?? byId.get(text.trim()) ?? exact(key, zone)
      return item ? { outcome: 'known', item } : { outcome: 'unknown', nearest: nearest(key) }
    },
    findInside(text, zone) {
      const key = sentenceKey(text)
      for (let length = Math.min(key.length, LONGEST_WORDING); length >= 4; length--) {
        const item = exact(key.slice(0, length), zone)
        if (item) return item
      }
      return null
    },
  }
}

/** Letters; no checklist wording is longer. */
const LONGEST_WORDING = 80
/** Share of common pairs of letters (Dice) from which a wording is worth proposing. */
const LIKENESS = 0.5

function nearestFinder(items: readonly KnownItem[]): (key: string) => KnownItem | null {
  const remembered = new Map<string, KnownItem | null>()
  let prepared: { item: KnownItem; pairs: Set<string> }[] | null = null
  return (key) => {
    const before = remembered.get(key)
    if (before !== undefined) return before
    prepared ??= items.map((item) => ({ item, pairs: pairsOf(sentenceKey(item.zh)) }))
    const wanted = pairsOf(key)
    let best: KnownItem | null = null
    let bestLikeness = LIKENESS
    for (const { item, pairs } of prepared) {
      const common = [...wanted].filter((pair) => pairs.has(pair)).length
      const likeness = (2 * common) / (wanted.size + pairs.size || 1)
      if (likeness >= bestLikeness) {
        best = item
        bestLikeness = likeness
      }
    }
    remembered.set(key, best)
    return best
  }
}

function pairsOf(key: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)))
}

/** Finds a zone or round by id or name, with or without what stands in brackets. */
export function nameFinder(names: readonly KnownName[]): (text: string) => string | null {
  const ids = new Map<string, string>()
  for (const { id, zh, en } of names) {
    for (const name of [id, zh, en ?? '']) {
      const key = wordKey(name)
      if (key === '') continue
      ids.set(key, id)
      const bare = key.replace(/\([^()]*\)$/, '')
      if (!ids.has(bare)) ids.set(bare, id)
    }
  }
  return (text) => ids.get(wordKey(text)) ?? ids.get(wordKey(text).replace(/\([^()]*\)$/, '')) ?? null
}
