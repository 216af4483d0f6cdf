import { beforeEach, describe, expect, it } from 'vitest'
import { wallReaders } from '../../electron/service/meetings/wall/wall-readers.ts'
import { readWeekWeather } from '../../electron/service/moods/index.ts'
import type { Client } from '../../shared/contract/index.ts'
import { NOTICE_VERSION } from '../../shared/contract/moods.ts'
import { addDays, businessDay } from '../../shared/domain/business-day.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

/** 2026-11-23 is a Monday; the outlet opens 9 to 17. */
const at = (clock: string, day = '2026-11-23') => Date.parse(`${day}T${clock}:00+08:00`)
const HOUR = 3_600_000
const STAFF = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller', 'security-guard'] as const
const PASSPHRASE = '柳岸路 的 春天 1987'
const ARRIVAL = 'arrival' as const

describe('care', () => {
  let outlet: TestOutlet
  let head: Client
  let teller: Client
  let headPin: string

  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
    teller = outlet.as('teller')
    const hash = outlet.ports.database
      .prepare('SELECT hash FROM credential JOIN staff ON staff.id = staff_id WHERE uid = ?')
      .pluck()
      .get(outlet.people['outlet-head']) as string
    headPin = hash.replace('plain$', '')
    await head.moods.openSeries({ mode: 'named' })
    for (const post of STAFF) await of(post).moods.consent({ notice: NOTICE_VERSION })
  })

  const of = (post: (typeof STAFF)[number]) => outlet.as(post as 'teller')
  const go = (clock: string, day = '2026-11-23') => outlet.ports.setNow(at(clock, day))
  const careOf = async () => {
    await head.moods.openCare({ pin: headPin })
    return head.moods.care({})
  }
  const reminders = async () => (await careOf()).reminders
  const rows = (table: string) => outlet.ports.database.prepare(`SELECT * FROM ${table}`).all() as object[]
  const talk = { nextOn: null, actions: [], note: null }

  it('opens for the head who types the PIN again, for a quarter of an hour and this sign-in alone', async () => {
    const shut = { code: 'forbidden', data: { reason: 'carePinFirst' } }
    await expect(head.moods.care({})).rejects.toMatchObject(shut)
    await expect(head.moods.openCare({ pin: '000000' })).rejects.toMatchObject({ data: { reason: 'wrongPin' } })
    await head.moods.openCare({ pin: headPin })
    await head.moods.care({})
    outlet.ports.advance(15 * 60_000)
    await expect(head.moods.care({})).rejects.toMatchObject(shut)
    await head.moods.openCare({ pin: headPin })
    await head.people.signOut({})
    await head.people.signIn({ personUid: outlet.people['outlet-head'] ?? '', pin: headPin })
    await expect(head.moods.care({})).rejects.toMatchObject(shut)
    await expect(
      head.moods.recordTalk({ person: outlet.people.teller ?? '', outcome: 'talked', ...talk }),
    ).rejects.toMatchObject(shut)
  })

  it('reminds of a storm within two hours until it was talked about', async () => {
    await teller.moods.checkIn({ moment: ARRIVAL, level: 1, tags: ['money'] })
    const person = { uid: outlet.people.teller, name: '许一诺' }
    expect(await reminders()).toEqual([
      { person, reasons: ['storm'], since: at('08:00'), dueAt: at('08:00') + 2 * HOUR },
    ])
    go('09:30')
    const care = await careOf()
    expect(care.people).toEqual([
      { person, answers: [{ on: '2026-11-23', moment: 'arrival', level: 1, tags: ['money'] }] },
    ])
    await head.moods.recordTalk({ person: person.uid ?? '', outcome: 'talked', ...talk, nextOn: '2026-11-26' })
    expect(await reminders()).toEqual([])
    go('08:00', '2026-11-26')
    expect(await reminders()).toMatchObject([{ reasons: ['next-talk'], dueAt: at('17:00', '2026-11-26') }])
    await teller.moods.checkIn({ moment: ARRIVAL, level: 1 })
    expect(await reminders()).toMatchObject([{ reasons: ['storm', 'next-talk'] }])
  })

  it('reminds anew of a storm after the talk of the same day', async () => {
    await teller.moods.checkIn({ moment: ARRIVAL, level: 1 })
    go('09:30')
    await careOf()
    await head.moods.recordTalk({ person: outlet.people.teller ?? '', outcome: 'talked', ...talk })
    expect(await reminders()).toEqual([])
    go('13:00')
    await teller.moods.checkIn({ moment: 'after-incident', level: 1 })
    expect(await reminders()).toMatchObject([{ reasons: ['storm'], since: at('13:00'), dueAt: at('15:00') }])
  })

  it('reminds of two lows running and of a drop under the own median', async () => {
    await teller.moods.checkIn({ moment: ARRIVAL, level: 2 })
    expect(await reminders()).toEqual([])
    go('08:00', '2026-11-24')
    await teller.moods.checkIn({ moment: ARRIVAL, level: 2 })
    expect(await reminders()).toMatchObject([{ reasons: ['two-lows'], dueAt: at('16:00', '2026-11-24') }])
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) {
      go('08:10', day)
      await of('lobby-manager').moods.checkIn({ moment: ARRIVAL, level: 5 })
    }
    go('08:00', '2026-11-30')
    await of('lobby-manager').moods.checkIn({ moment: ARRIVAL, level: 3 })
    expect((await reminders()).find(({ person }) => person?.name === '沈知夏')).toMatchObject({ reasons: ['drop'] })
  })

  it('says nothing to the head of the head’s own answers, and nothing of talks with the head', async () => {
    await head.moods.checkIn({ moment: ARRIVAL, level: 1 })
    const care = await careOf()
    expect([care.reminders, care.people]).toEqual([[], []])
    expect((await head.moods.mine({})).answers).toMatchObject([{ level: 1 }])
    await expect(
      head.moods.recordTalk({ person: outlet.people['outlet-head'] ?? '', outcome: 'talked', ...talk }),
    ).rejects.toMatchObject({ data: { reason: 'careNotForHead' } })
    await expect(head.moods.askToTalk({})).rejects.toMatchObject({ data: { reason: 'moodWishOfHead' } })
  })

  it('keeps from a later head what somebody said as the head', async () => {
    const uid = outlet.people['ops-supervisor'] ?? ''
    const [person] = (await head.people.list({})).filter((one) => one.uid === uid)
    if (!person) throw new Error('no supervisor')
    const { name, staffNo, duties, joinedOn, certificateValidTo } = person
    const become = (post: 'outlet-head' | 'ops-supervisor') =>
      outlet.operator.people.update({
        ...{ uid, name, staffNo, duties, joinedOn, certificateValidTo },
        post,
        isActive: true,
      })
    const supervisor = of('ops-supervisor')
    await become('outlet-head')
    await supervisor.moods.checkIn({ moment: ARRIVAL, level: 1 })
    await become('ops-supervisor')
    const care = await careOf()
    expect([care.reminders, care.people]).toEqual([[], []])
    expect((await supervisor.moods.mine({})).answers).toMatchObject([{ level: 1 }])
    await supervisor.moods.checkIn({ moment: 'after-incident', level: 1 })
    expect((await careOf()).people).toMatchObject([{ person: { name }, answers: [{ moment: 'after-incident' }] }])
  })

  it('brings a wish to talk in counters too, named because the person wants it, and nothing else about anybody', async () => {
    await head.moods.openSeries({ mode: 'counters' })
    await teller.moods.consent({ notice: NOTICE_VERSION })
    await teller.moods.checkIn({ moment: ARRIVAL, level: 1 })
    expect(await reminders()).toEqual([])
    await teller.moods.askToTalk({})
    expect((await teller.moods.state({})).hasWish).toBe(true)
    expect(await reminders()).toMatchObject([{ person: { name: '许一诺' }, reasons: ['wish'] }])
    await head.moods.recordTalk({ person: outlet.people.teller ?? '', outcome: 'arranged', ...talk })
    expect((await teller.moods.state({})).hasWish).toBe(false)
  })

  it('keeps a note in the vault only, for the person and the head', async () => {
    const input = { person: outlet.people.teller ?? '', outcome: 'talked', ...talk, note: '想换到午后班' } as const
    await head.moods.openCare({ pin: headPin })
    await expect(head.moods.recordTalk(input)).rejects.toMatchObject({ data: { reason: 'vaultNotSetUp' } })
    expect(rows('care_talk')).toEqual([])
    await head.vault.setUp({ passphrase: PASSPHRASE })
    await head.moods.recordTalk({ ...input, actions: ['swap-window'] })
    expect(JSON.stringify(rows('care_talk'))).not.toContain('午后班')
    expect((await teller.moods.mine({})).talks).toMatchObject([{ note: '想换到午后班', actions: ['swap-window'] }])
    expect((await of('lobby-manager').moods.mine({})).talks).toEqual([])
    outlet.ports.vault.lock()
    expect(await careOf()).toMatchObject({ isLocked: true, talks: [{ note: null, isNoteLocked: true }] })
  })

  it('tells a person once, and nobody else, that there was no answer for five working days', async () => {
    await teller.moods.checkIn({ moment: ARRIVAL, level: 4 })
    go('08:00', '2026-11-27')
    await outlet.service.tick()
    expect((await teller.moods.state({})).silentDays).toBeNull()
    go('08:00', '2026-12-01')
    await outlet.service.tick()
    expect((await teller.moods.state({})).silentDays).toBe(5)
    expect(await reminders()).toEqual([])
    await teller.moods.dismissSilence({})
    go('08:00', '2026-12-02')
    await outlet.service.tick()
    expect((await teller.moods.state({})).silentDays).toBeNull()
  })

  describe('weeks', () => {
    const readWeather = () =>
      readWeekWeather({ ports: outlet.ports, database: outlet.ports.database, today: todayOf(outlet) })
    const onWall = (on: string) =>
      wallReaders['mood.week-weather']?.({
        call: { ports: outlet.ports, database: outlet.ports.database },
        on,
      } as unknown as Parameters<NonNullable<(typeof wallReaders)['mood.week-weather']>>[0])
    const everybody = async (level: number) => {
      for (const post of STAFF) await of(post).moods.checkIn({ moment: ARRIVAL, level })
    }

    it('publish a band once they are over, for everybody, and remind the head of a low one', async () => {
      await everybody(2)
      expect((await teller.moods.weather({})).weeks).toEqual([])
      go('08:00', '2026-11-30')
      await outlet.service.tick()
      expect((await teller.moods.weather({})).weeks).toEqual([{ week: '2026-11-23', band: 'rainy', why: 'published' }])
      expect(readWeather()).toEqual({ week: '2026-11-23', band: 'rainy' })
      const span = { from: '2026-11-23', to: '2026-11-29' }
      expect(onWall('2026-11-30')).toEqual({ rows: [{ text: { zh: '有雨', en: 'Rain' } }], span })
      expect(onWall('2026-11-23')).toBeNull()
      expect((await reminders()).filter(({ person }) => person === null)).toMatchObject([
        { reasons: ['team-low'], dueAt: at('17:00', '2026-11-30') },
      ])
      await head.moods.addChange({ heard: '午间排队太赶', did: '十一点半加开一个窗口' })
      expect((await reminders()).filter(({ person }) => person === null)).toEqual([])
      expect((await teller.moods.weather({})).changes).toMatchObject([{ on: '2026-11-30', heard: '午间排队太赶' }])
    })

    it('stay unpublished with four people on every day', async () => {
      for (const post of STAFF.slice(0, 4)) await of(post).moods.checkIn({ moment: ARRIVAL, level: 5 })
      go('08:00', '2026-11-24')
      for (const post of STAFF.slice(1)) await of(post).moods.checkIn({ moment: ARRIVAL, level: 5 })
      go('08:00', '2026-11-30')
      await outlet.service.tick()
      expect((await teller.moods.weather({})).weeks).toEqual([{ week: '2026-11-23', band: null, why: 'few' }])
      expect(readWeather()).toBeNull()
    })

    it('are masked after one person left, in either mode', async () => {
      await everybody(4)
      const { person, oneTimePin } = await outlet.operator.people.add({
        name: '程远',
        staffNo: null,
        post: 'teller',
        duties: [],
        joinedOn: null,
        certificateValidTo: null,
      })
      go('08:00', '2026-11-30')
      await outlet.service.tick()
      outlet.ports.database.exec('UPDATE credential SET must_change = 0')
      const joiner = outlet.as(person.uid as 'teller')
      await joiner.people.signIn({ personUid: person.uid, pin: oneTimePin })
      await joiner.moods.consent({ notice: NOTICE_VERSION })
      await everybody(4)
      await joiner.moods.checkIn({ moment: ARRIVAL, level: 1 })
      go('08:00', '2026-12-07')
      await outlet.service.tick()
      expect((await teller.moods.weather({})).weeks.map(({ why }) => why)).toEqual(['masked', 'published'])
    })
  })

  describe('retention', () => {
    it('can be shortened and never lengthened', async () => {
      const { rules, longest } = await head.moods.state({})
      expect(rules.retention).toEqual({ answers: 90, sensitiveTags: 30, careTalks: 180, weeks: 1095 })
      const longer = { ...rules, retention: { ...longest, answers: 91 } }
      await expect(head.moods.setRules(longer)).rejects.toMatchObject({ data: { reason: 'moodRetentionTooLong' } })
      await head.moods.setRules({ ...rules, retention: { ...longest, answers: 14 } })
      expect((await teller.moods.state({})).rules.retention.answers).toBe(14)
    })

    it('deletes each kind when its own days are over', async () => {
      await head.vault.setUp({ passphrase: PASSPHRASE })
      await teller.moods.checkIn({ moment: ARRIVAL, level: 2, tags: ['family', 'overtime'] })
      await head.moods.openCare({ pin: headPin })
      const person = outlet.people.teller ?? ''
      await head.moods.recordTalk({ person, outcome: 'talked', ...talk, note: '照顾老人' })
      const daysLater = async (days: number) => {
        go('08:00', addDays('2026-11-23', days))
        await outlet.service.tick()
        const { answers, talks } = await teller.moods.mine({})
        return [answers.map(({ tags }) => tags.length), talks.length]
      }
      expect(await daysLater(30)).toEqual([[2], 1])
      expect(await daysLater(31)).toEqual([[1], 1])
      expect(await daysLater(90)).toEqual([[1], 1])
      expect(await daysLater(91)).toEqual([[], 1])
      expect(rows('mood_answer')).toEqual([])
      expect(await daysLater(181)).toEqual([[], 0])
      expect(rows('care_talk')).toEqual([])
    })

    it('ends with the work here: nothing of a leaver stays but that there was a consent', async () => {
      await teller.moods.checkIn({ moment: ARRIVAL, level: 2 })
      const [person] = (await head.people.list({})).filter(({ uid }) => uid === outlet.people.teller)
      if (!person) throw new Error('no teller')
      const { uid, name, staffNo, duties, joinedOn, certificateValidTo } = person
      await outlet.operator.people.update({
        ...{ uid, name, staffNo, duties, joinedOn, certificateValidTo },
        post: 'teller',
        isActive: false,
      })
      go('08:00', '2026-11-24')
      await outlet.service.tick()
      expect(rows('mood_answer')).toEqual([])
      expect(rows('mood_consent')).toContainEqual(expect.objectContaining({ withdrawn_on: '2026-11-24' }))
    })
  })
})

function todayOf({ ports }: TestOutlet): string {
  return businessDay(ports.clock.now(), 'Asia/Shanghai')
}
