import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { personOf } from '../../electron/service/people/read-session.ts'
import { findStaffByUid } from '../../electron/service/people/staff-repository.ts'
import { PERSONAL_FIELDS, type PersonalField, SEEN_BY, withoutHidden } from '../../shared/personal-fields.ts'
import { OPERATOR, ROLES } from '../../shared/roles.ts'
import { allProcedures } from '../harness/procedures.ts'
import { proved } from '../harness/proved.ts'
import { addVisitors, startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const FIELDS: Record<PersonalField, string> = {
  staffNo: 'N-0001',
  joinedOn: '2020-01-02',
  certificateValidTo: '2027-03-04',
}
/** Who sees them of others, written down a second time. */
const SEEING = ['outlet-head', 'ops-supervisor', 'branch-lead', 'auditor', 'operator']

describe('roles and fields', () => {
  let outlet: TestOutlet
  beforeAll(async () => {
    outlet = await startTestOutlet()
    await addVisitors(outlet)
    outlet.ports.database
      .prepare(
        'UPDATE staff SET staff_no = @staffNo, joined_on = @joinedOn, certificate_valid_to = @certificateValidTo',
      )
      .run(FIELDS)
  })

  it('S5 shows personal fields of others to those who need them, and everybody their own', async () => {
    const wrong: string[] = []
    let cells = 0
    for (const caller of [...ROLES, OPERATOR] as const) {
      const client = caller === OPERATOR ? outlet.operator : outlet.as(caller)
      for (const person of await client.people.list({})) {
        const isOwn = person.uid === outlet.people[caller]
        for (const field of PERSONAL_FIELDS) {
          cells++
          const wanted = isOwn || SEEING.includes(caller) ? FIELDS[field] : null
          if (person[field] !== wanted) wrong.push(`${caller} ${person.name} ${field}: ${person[field]}`)
        }
      }
    }
    const staff = findStaffByUid(outlet.ports.database, outlet.people.teller ?? '')
    if (!staff) throw new Error('no teller')
    for (const role of ROLES) {
      const shown = withoutHidden(personOf(staff), { role, staffUid: 'somebody else' })
      for (const field of PERSONAL_FIELDS) {
        cells++
        if ((shown[field] !== null) !== SEEING.includes(role)) wrong.push(`${role} ${field}`)
      }
    }
    proved({ id: 'S5', runs: cells, bad: wrong.length })
    expect(wrong).toEqual([])
  })

  it('S5 shows a session nothing but the own record', async () => {
    for (const role of ROLES) {
      expect((await outlet.as(role).people.session({})).person).toMatchObject({ uid: outlet.people[role], ...FIELDS })
    }
    expect((await outlet.nobody.people.session({})).person).toBeNull()
    expect(Object.keys((await outlet.nobody.people.signInChoices({}))[0] ?? {}).sort()).toEqual([
      'name',
      'pinyin',
      'post',
      'uid',
    ])
  })

  /** A new answer with one of these fields fails here until somebody has decided who sees it. */
  it('S5 knows every procedure whose answer holds a personal field', () => {
    const ofRecords = allProcedures().filter(({ feature }) => feature !== 'events')
    const holding = ofRecords.flatMap(({ path, meta, output }) => {
      const text = JSON.stringify(output ? z.toJSONSchema(output, { unrepresentable: 'any', io: 'output' }) : {})
      const held = PERSONAL_FIELDS.filter((field) => text.includes(`"${field}"`))
      const roles = meta.roles === 'public' ? 'public' : meta.roles.join(' ')
      return held.length > 0 ? [`${path} (${roles}): ${held.join(' ')}`] : []
    })
    const heads = 'outlet-head operator'
    const all = PERSONAL_FIELDS.join(' ')
    expect(holding).toEqual([
      `people.add (${heads}): ${all}`,
      `people.addVisitor (${heads}): ${all}`,
      expect.stringMatching(/^people\.list /),
      `people.session (public): ${all}`,
      `people.signIn (public): ${all}`,
      `people.update (${heads}): ${all}`,
      `people.updateVisitor (${heads}): ${all}`,
      expect.stringMatching(/^people\.visitors /),
    ])
    expect(Object.keys(SEEN_BY)).toEqual([...PERSONAL_FIELDS])
  })
})
