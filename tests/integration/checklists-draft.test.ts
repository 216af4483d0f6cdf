import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftFaults, draftOf, EMPTY_READING, wordingFrom } from '../../renderer/features/checklists/item-draft.ts'
import { type ChecklistItem, ItemWording } from '../../shared/contract/checklists.ts'
import { RESOURCES } from '../harness/test-ports.ts'

const file = join(RESOURCES, 'checklists/outlet-standard.json')
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: (ItemWording & { id: string })[] }

describe('item draft', () => {
  it('says of every standard item exactly what the item says', () => {
    for (const one of items) {
      const wording = ItemWording.parse(one)
      const item: ChecklistItem = { ...wording, id: one.id, version: 1, isOn: true, isOwn: false }
      expect(wordingFrom(draftOf(item, '', 0))).toEqual(wording)
    }
  })

  it('forgets the weekday of an item that is no longer weekly, and empty lines', () => {
    const draft = { ...draftOf(undefined, 'lobby', 9), default_weekday: 'fri' as const, phrases: [' ', ' 太暗 '] }
    expect(wordingFrom(draft)).not.toHaveProperty('default_weekday')
    expect(wordingFrom(draft).phrases).toEqual(['太暗'])
  })

  it('names what is missing', () => {
    const draft = { ...draftOf(undefined, 'lobby', 9), rounds: [], reading: EMPTY_READING }
    expect(draftFaults(draft)).toEqual({ zh: 'required', rounds: 'required', 'reading.label_zh': 'required' })
  })
})
