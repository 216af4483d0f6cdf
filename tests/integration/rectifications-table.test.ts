import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/index.ts'
import { type rectifications, TASK_STATES, type TaskState } from '../../shared/contract/rectifications.ts'
import type { Role } from '../../shared/roles.ts'
import { addVisitors, startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

interface Row {
  from: TaskState
  to: TaskState
  by: string[]
  requires: string[]
}

const { transitions } = JSON.parse(
  readFileSync(new URL('../../resources/rectifications/rules.json', import.meta.url), 'utf8'),
) as { transitions: Row[] }
const ROLES: readonly Role[] = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller', 'branch-lead', 'auditor']
/** Who a person may be to the task beside their role. */
const TIES = ['owner', 'verifier', 'finder', 'none'] as const
type Tie = (typeof TIES)[number]
const VERIFYING: readonly Role[] = ['outlet-head', 'ops-supervisor', 'lobby-manager']

/** The data file read by itself, without the engine: may this person take this step? */
function mayStep(role: Role, tie: Tie, from: TaskState, to: TaskState, pendingLookBacks: number): boolean {
  const names = new Set<string>([role])
  if (tie === 'owner') names.add('owner')
  if (tie !== 'owner' && VERIFYING.includes(role)) names.add('verifier-not-owner')
  if (tie !== 'owner' && tie !== 'verifier' && VERIFYING.includes(role)) names.add('checker-other')
  if (role === 'outlet-head') names.add('outlet-head-recording-decision')
  if (role === 'auditor') return false
  if (from === 'lookback' && to === 'lookback' && pendingLookBacks <= 1) return false
  if (from === 'lookback' && to === 'closed' && pendingLookBacks > 1) return false
  return transitions.some((row) => row.from === from && row.to === to && row.by.some((name) => names.has(name)))
}

describe('the table of transitions', () => {
  let outlet: TestOutlet
  let uid: string
  let id: number
  const staffIds = new Map<Role, number>()

  beforeAll(async () => {
    outlet = await startTestOutlet()
    await addVisitors(outlet)
    const { database } = outlet.ports
    const idOf = database.prepare('SELECT id FROM staff WHERE uid = ?').pluck()
    for (const role of ROLES) staffIds.set(role, Number(idOf.get(outlet.people[role])))
    const task = await outlet.as('outlet-head').rectifications.open({
      ...{ source: 'branch', description: '叫号机缺纸', severity: 'minor', zone: null, item: null, queue: null },
      ownerUid: null,
    })
    uid = task.uid
    id = Number(database.prepare('SELECT id FROM rectification WHERE uid = ?').pluck().get(uid))
  })

  function put(role: Role, tie: Tie, state: TaskState, pendingLookBacks: number): void {
    const { database } = outlet.ports
    const me = staffIds.get(role) ?? null
    database
      .prepare(
        `UPDATE rectification SET state = ?, severity = 'minor', owner_staff = ?, owner_queue = NULL, verifier = ?,
           found_by = ?, measure = 'm', prevention = 'p', returned_for = NULL WHERE id = ?`,
      )
      .run(state, tie === 'owner' ? me : null, tie === 'verifier' ? me : null, tie === 'finder' ? me : null, id)
    database.exec('DELETE FROM rectification_look_back')
    for (let day = 1; day <= pendingLookBacks; day++) {
      database
        .prepare('INSERT INTO rectification_look_back (rectification_id, "on") VALUES (?, ?)')
        .run(id, `2026-12-0${day}`)
    }
  }

  const everything = (from: TaskState, to: TaskState): InputOf<typeof rectifications.move> => ({
    ...{ uid, from, to, note: '说明', queue: 'lobby-manager', dueAt: outlet.ports.clock.now() + 1, photos: [] },
    ...{ cause: 'equipment.fault', waitingFor: '厂家', expectedOn: '2026-12-01', temporaryMeasure: '备用机' },
    ...{ measure: '换', prevention: '点检', decision: '文号', redo: ['restore'] },
  })

  it.each(ROLES)('lets a %s take every step that it names and answers every other with a sentence', async (role) => {
    const client = outlet.as(role)
    const wrong: string[] = []
    let steps = 0
    for (const tie of TIES) {
      for (const pending of [0, 2]) {
        for (const from of TASK_STATES) {
          if (pending > 0 && from !== 'lookback') continue
          for (const to of TASK_STATES) {
            steps++
            put(role, tie, from, pending)
            const outcome = await client.rectifications.move(everything(from, to)).then(
              () => 'taken',
              (error: { code?: string; data?: { reason?: string } }) => `${error.code} ${error.data?.reason}`,
            )
            const may = mayStep(role, tie, from, to, pending)
            const expected = may ? ['taken'] : ['forbidden moveNotAllowed', 'forbidden forbidden']
            if (!expected.includes(outcome)) wrong.push(`${tie} ${from} → ${to}: ${outcome}`)
          }
        }
      }
    }
    expect(steps).toBe(TIES.length * (TASK_STATES.length + 1) * TASK_STATES.length)
    expect(wrong).toEqual([])
  })

  it('asks for everything that a step requires, and takes it with nothing more', async () => {
    const wrong: string[] = []
    for (const { from, to, by, requires } of transitions) {
      const role = by.includes('branch-lead') ? 'branch-lead' : 'outlet-head'
      const tie: Tie = by.includes('owner') ? 'owner' : 'none'
      if (!mayStep(role, tie, from, to, 1)) continue
      for (const left of requires) {
        put(role, tie, from, 1)
        const bare = { uid, from, to, note: '', photos: [] }
        const fields = await outlet
          .as(role)
          .rectifications.move(bare)
          .then(
            () => ({}) as Record<string, string>,
            (error: { data?: { fields?: Record<string, string> } }) => error.data?.fields ?? {},
          )
        if (left !== 'photo-if-item-allows' && !(left in fields)) wrong.push(`${from} → ${to}: ${left}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
