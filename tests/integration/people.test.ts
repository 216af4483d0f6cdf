import { beforeEach, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

describe('people', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  it('signs a person in by PIN and out again', async () => {
    const session = await outlet.as('lobby-manager').people.session({})
    expect(session).toMatchObject({
      outlet: { name: '柳岸路网点' },
      person: { name: '沈知夏', role: 'lobby-manager' },
      today: '2026-11-23',
    })
    await outlet.as('lobby-manager').people.signOut({})
    expect((await outlet.as('lobby-manager').people.session({})).person).toBeNull()
  })

  it('answers an unknown person and a wrong PIN alike', async () => {
    const unknown = await outlet.nobody.people.signIn({ personUid: '00000000-0000-4000-8000-000000009999', pin: '1' })
    const wrong = await outlet.nobody.people.signIn({ personUid: outlet.people.teller ?? '', pin: '1' })
    expect(wrong).toEqual(unknown)
  })

  it('lets a person with a one-time PIN do nothing but choose an own one or leave', async () => {
    const uid = outlet.people.teller ?? ''
    const teller = outlet.as('teller')
    await teller.people.list({})
    const { oneTimePin } = await outlet.as('outlet-head').people.resetPin({ uid })
    const refused = { code: 'forbidden', data: { reason: 'ownPinFirst' } }
    await expect(teller.people.list({})).rejects.toMatchObject(refused)
    await expect(teller.events.changes({}).then((stream) => stream.next())).rejects.toMatchObject(refused)
    await teller.people.signOut({})
    await teller.people.signIn({ personUid: uid, pin: oneTimePin })
    expect(await teller.people.session({})).toMatchObject({ person: { uid }, mustChangePin: true })
    await expect(teller.today.overview({})).rejects.toMatchObject(refused)
    await teller.people.changePin({ oldPin: oneTimePin, newPin: '135791' })
    expect(await teller.people.list({})).not.toHaveLength(0)
  })

  it('makes the sixth try wait, and keeps waiting for the right PIN too', async () => {
    const teller = outlet.people.teller ?? ''
    for (let time = 0; time < 5; time++) await outlet.nobody.people.signIn({ personUid: teller, pin: '000000' })
    const { oneTimePin } = await outlet.as('outlet-head').people.resetPin({ uid: outlet.people['lobby-manager'] ?? '' })
    expect(oneTimePin).toMatch(/^\d{6}$/)
    expect(await outlet.nobody.people.signIn({ personUid: teller, pin: '000000' })).toMatchObject({
      outcome: 'refused',
      retryAt: outlet.ports.clock.now() + 60_000,
    })
    outlet.ports.advance(61_000)
    expect(await outlet.nobody.people.signIn({ personUid: teller, pin: '111111' })).toMatchObject({
      retryAt: outlet.ports.clock.now() + 120_000,
    })
  })

  it('refuses a second outlet, and tellers who add people', async () => {
    const second = { code: 'X', name: '另一网点', headName: '某人' }
    await expect(outlet.nobody.people.setUpOutlet(second)).rejects.toMatchObject({ code: 'conflict' })
    const person = {
      name: '新人',
      staffNo: null,
      post: 'teller' as const,
      duties: [],
      joinedOn: null,
      certificateValidTo: null,
    }
    await expect(outlet.as('teller').people.add(person)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(outlet.nobody.people.add(person)).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  it('names the field that was wrong', async () => {
    await expect(
      outlet.as('outlet-head').people.add({
        name: '　',
        staffNo: null,
        post: 'teller',
        duties: [],
        joinedOn: null,
        certificateValidTo: null,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input', data: { fields: { name: 'required' } } })
  })

  it('hides the cause of a bug and keeps it in the log', async () => {
    outlet.ports.database.exec('DROP TABLE audit_entry')
    await expect(outlet.as('outlet-head').people.signOut({})).rejects.toMatchObject({
      code: 'internal',
      data: { incident: 'incident-1' },
    })
    expect(String(outlet.ports.failures[0])).toContain('no such table')
  })

  it('finds what a person did under a former name, and their sign-ins from before anybody knew them', async () => {
    const head = outlet.as('outlet-head')
    const uid = outlet.people.teller ?? ''
    await outlet.as('teller').people.signOut({})
    const list = async () => (await head.audit.list({ actorUid: uid })).entries.map(({ procedure }) => procedure)
    const before = await list()
    expect(before[0]).toBe('people.signOut')
    const [person] = (await head.people.list({})).filter((one) => one.uid === uid)
    if (!person) throw new Error('no teller')
    const { pinyin: _pinyin, role: _role, hasPin: _hasPin, unit: _unit, validUntil: _until, ...fields } = person
    await head.people.update({ ...fields, post: 'teller', name: '许一言' })
    expect(await list()).toEqual(before)
    outlet.ports.database.exec(
      "UPDATE audit_entry SET actor_uid = NULL, actor_name = 'nobody', actor_role = 'nobody' WHERE procedure = 'people.signIn'",
    )
    expect(await list()).toEqual(before)
    expect(before).toContain('people.signIn')
  })

  it('leaves a chain that verifies, and sees a changed entry', () => {
    const { database } = outlet.ports
    expect(verifyAuditChain(database)).toMatchObject({ ok: true, entries: 10 })
    database.exec("UPDATE audit_entry SET actor_name = '别人' WHERE sequence = 4")
    expect(verifyAuditChain(database)).toEqual({ ok: false, entries: 3, sequence: 4 })
  })
})
