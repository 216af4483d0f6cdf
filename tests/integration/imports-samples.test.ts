import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { planLedger, planPatrol, planRoster } from '../../electron/service/imports/import-plan.ts'
import { readTable } from '../../electron/service/spreadsheets/read-table.ts'
import type { SheetSet } from '../../shared/domain/imports/cell.ts'
import type { Known } from '../../shared/domain/imports/known.ts'
import type { Problem } from '../../shared/domain/imports/problem.ts'

const FOLDER = join(import.meta.dirname, 'imports-samples')
const expected = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'))
const checklist = JSON.parse(readFileSync('resources/checklists/outlet-standard.json', 'utf8'))
const staff: { name: string }[] = expected.roster.staff
const KNOWN: Known = {
  people: staff.map(({ name }, index) => ({ uid: `person-${index}`, name })),
  items: checklist.items,
  zones: checklist.zones,
  rounds: checklist.rounds,
}

function open(name: string): Promise<SheetSet> {
  return readTable(new Uint8Array(readFileSync(join(FOLDER, name))), name)
}

/** Row, column, kind and earlier row: what the expectations name. */
function named(problems: readonly Problem[]) {
  return problems.map(({ row, column, kind, of }) => ({
    row,
    ...(column === undefined ? {} : { column }),
    kind,
    ...(of === undefined ? {} : { of }),
  }))
}

describe('the roster of an outlet', () => {
  let set: SheetSet
  beforeAll(async () => {
    set = await open('roster.xlsx')
  })

  it('gives every person, and every problem by row, column and kind', () => {
    const plan = planRoster(set, { people: [] })
    expect(named(plan.problems)).toEqual(expected.roster.problems)
    const drafts = plan.drafts.map(({ row, name, post, joined, validTo }) => ({ row, name, post, joined, validTo }))
    expect(drafts).toEqual(expected.roster.staff)
    expect(plan.counts).toEqual({ accepted: 14, skipped: 3, remarked: 3, blocked: 2 })
    expect(plan.skipped).toEqual([
      { row: 20, reason: 'duplicate-person' },
      { row: 21, reason: 'unknown-post' },
      { row: 22, reason: 'total-row-ignored' },
    ])
  })

  it('restores the zeros that staff numbers lost and reads duties from the remarks', () => {
    const byRow = new Map(planRoster(set, { people: [] }).drafts.map((draft) => [draft.row, draft]))
    expect([15, 17, 18].map((row) => byRow.get(row)?.staffNo)).toEqual(['0023299', '0021928', '0039719'])
    expect(byRow.get(8)?.duties).toEqual(['device-keeper'])
    expect(byRow.get(13)?.duties).toEqual(['safety-officer'])
  })

  it('takes the rest of a row over once it is fixed, and nothing of a row left out', () => {
    const fixed = planRoster(
      set,
      { people: [] },
      { fixes: { 21: { joined: '2026-02-28', post: '柜员' } }, leftOut: [4] },
    )
    expect(fixed.drafts.find((draft) => draft.row === 21)).toMatchObject({ post: 'teller', joined: '2026-02-28' })
    expect(fixed.problems.some((problem) => problem.row === 21)).toBe(false)
    expect(fixed.skipped).toContainEqual({ row: 4, reason: 'left-out' })
    expect(fixed.drafts.some((draft) => draft.row === 4)).toBe(false)
  })

  it('finds the people it already knows', () => {
    const plan = planRoster(set, { people: [{ uid: 'u1', name: '欧阳青禾', staffNo: '0016499' }] })
    expect(plan.drafts.find((draft) => draft.row === 5)?.personUid).toBe('u1')
  })
})

describe('the rectification ledger of an outlet', () => {
  it('gives every task and every problem', async () => {
    const plan = planLedger(await open('rectification-ledger.xlsx'), KNOWN)
    expect(named(plan.problems)).toEqual(expected.ledger.problems)
    expect(plan.counts).toMatchObject({ accepted: expected.ledger.tasks, skipped: 1 })
    expect(plan.unknown.people).toMatchObject([{ text: '张某（已离职）', rows: [8, 10, 12, 14, 35, 38, 49, 54] }])
    expect(plan.drafts.find((draft) => draft.row === 19)).toMatchObject({ done: null, state: 'open' })
    expect(plan.drafts.find((draft) => draft.row === 7)).toMatchObject({ severity: 'minor', isSeverityGiven: false })
  })

  it('maps an unknown person, keeps the name as text or leaves the rows out, as decided', async () => {
    const set = await open('rectification-ledger.xlsx')
    const [word] = planLedger(set, KNOWN).unknown.people
    const key = word?.key ?? ''
    const mapped = planLedger(set, KNOWN, { people: { [key]: { uid: 'person-3' } } })
    expect(mapped.drafts.find((draft) => draft.row === 8)?.owner).toEqual({ uid: 'person-3', text: '张某（已离职）' })
    expect(mapped.unknown.people).toEqual([])
    const text = planLedger(set, KNOWN, { people: { [key]: 'text' } })
    expect(text.counts.accepted).toBe(60)
    expect(text.problems.some((problem) => problem.kind === 'unknown-person')).toBe(false)
    const without = planLedger(set, KNOWN, { people: { [key]: 'leave-out' } })
    expect(without.counts).toMatchObject({ accepted: 52, skipped: 9 })
  })
})

describe('a month of patrols in GB18030', () => {
  let set: SheetSet
  beforeAll(async () => {
    set = await open('patrol-2026-10.csv')
  })

  it('gives every answer and every unknown item', () => {
    const plan = planPatrol(set, KNOWN)
    expect(set.encoding).toBe(expected.patrol.encoding)
    expect(named(plan.problems)).toEqual(expected.patrol.problems)
    expect(plan.counts).toMatchObject({ accepted: expected.patrol.rows, skipped: 5 })
    expect(plan.drafts.filter((draft) => draft.answer === 'fail')).toHaveLength(expected.patrol.fails)
    const formula = plan.drafts.find((draft) => draft.row === expected.patrol.formulaTextRow)
    expect(formula?.remark).toBe(expected.patrol.formulaText)
  })

  it('takes an unknown item once it is mapped or kept as text', () => {
    const [first, second] = planPatrol(set, KNOWN).unknown.items
    expect(first?.nearest).toBe('日终结账双人复点')
    const items = { [first?.key ?? '']: { id: 'cash-counter.day-end' }, [second?.key ?? '']: 'text' as const }
    const known = checklist.items.find((item: { zh: string }) => item.zh === first?.nearest)
    const plan = planPatrol(set, KNOWN, { items: { ...items, [first?.key ?? '']: { id: known.id } } })
    expect(plan.counts.accepted).toBe(1172)
    expect(plan.drafts.find((draft) => draft.row === 137)?.itemId).toBe(known.id)
    expect(plan.drafts.find((draft) => draft.row === 235)).toMatchObject({
      itemId: null,
      itemText: '旧版项目：门外无可疑人',
    })
  })
})

describe('the wrong table', () => {
  it('is named as such', async () => {
    const set = await open('patrol-2026-10.csv')
    expect(() => planRoster(set, KNOWN)).toThrow(
      expect.objectContaining({ detail: { reason: 'sheetMissing', params: { kind: 'roster' } } }),
    )
  })

  it('names the columns that a sheet chosen by hand lacks', async () => {
    const plan = planRoster(await open('rectification-ledger.xlsx'), KNOWN, { headerRow: 2, sheet: '整改台账' })
    expect(plan.drafts).toEqual([])
    expect(plan.problems.map((problem) => problem.kind)).toEqual(['missing-column', 'missing-column'])
  })
})
