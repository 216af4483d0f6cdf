import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import type { Client } from '../../shared/contract/index.ts'
import { NOTICE_VERSION } from '../../shared/contract/moods.ts'
import { createTestPorts } from '../harness/test-ports.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

/** 2026-11-23 is a Monday; the outlet opens 9 to 17. */
const at = (clock: string, day = '2026-11-23') => Date.parse(`${day}T${clock}:00+08:00`)
const STAFF = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller', 'security-guard'] as const
const PASSPHRASE = '柳岸路 的 春天 1987'

describe('moods', () => {
  let outlet: TestOutlet
  let head: Client
  let teller: Client

  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
    teller = outlet.as('teller')
  })

  /** Posts are seats of the harness. */
  const of = (post: (typeof STAFF)[number]) => outlet.as(post as 'teller')
  const agree = (client: Client) => client.moods.consent({ notice: NOTICE_VERSION })
  const rows = (table: string) => outlet.ports.database.prepare(`SELECT * FROM ${table}`).all() as object[]
  const everyTable = () =>
    (
      outlet.ports.database
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
        .pluck()
        .all() as string[]
    ).map((table) => [table, rows(table)] as const)

  describe('series', () => {
    it('takes nothing before the head has chosen, and nothing without a consent of that series', async () => {
      await expect(teller.moods.checkIn({ moment: 'arrival', level: 3 })).rejects.toMatchObject({
        data: { reason: 'moodNotOpen' },
      })
      await head.moods.openSeries({ mode: 'named' })
      await expect(teller.moods.checkIn({ moment: 'arrival', level: 3 })).rejects.toMatchObject({
        data: { reason: 'moodConsentFirst' },
      })
      await agree(teller)
      await teller.moods.checkIn({ moment: 'arrival', level: 3 })
      await head.moods.openSeries({ mode: 'counters' })
      expect((await teller.moods.state({})).consent).toBeNull()
      await expect(teller.moods.checkIn({ moment: 'arrival', level: 3 })).rejects.toMatchObject({
        data: { reason: 'moodConsentFirst' },
      })
    })

    it('is switched by opening another; what was said under the first promise stays as it was', async () => {
      await head.moods.openSeries({ mode: 'named' })
      await agree(teller)
      await teller.moods.checkIn({ moment: 'arrival', level: 2, tags: ['queue-rush'] })
      const before = rows('mood_answer')
      await expect(head.moods.openSeries({ mode: 'named' })).rejects.toMatchObject({
        data: { reason: 'moodModeIsSet' },
      })
      const second = await head.moods.openSeries({ mode: 'counters' })
      expect((await teller.moods.state({})).series).toEqual(second)
      expect(rows('mood_answer')).toEqual(before)
      expect((await teller.moods.mine({})).answers).toEqual([
        { on: '2026-11-23', moment: 'arrival', level: 2, tags: ['queue-rush'] },
      ])
    })

    it('logs consents with notice and time, and refuses another notice', async () => {
      await head.moods.openSeries({ mode: 'named' })
      await expect(teller.moods.consent({ notice: NOTICE_VERSION + 1 })).rejects.toMatchObject({
        data: { reason: 'moodNoticeChanged' },
      })
      await agree(teller)
      await agree(teller)
      outlet.ports.setNow(at('09:00'))
      await teller.moods.withdraw({})
      expect(rows('mood_consent')).toMatchObject([
        { notice: NOTICE_VERSION, given_at: at('08:00'), withdrawn_at: at('09:00'), withdrawn_on: '2026-11-23' },
      ])
    })
  })

  describe('named check-in', () => {
    beforeEach(async () => {
      await head.moods.openSeries({ mode: 'named' })
      await agree(teller)
    })

    it('keeps the day’s last word of a moment, two causes at most, in moments the head has opened', async () => {
      await teller.moods.checkIn({ moment: 'arrival', level: 4 })
      await teller.moods.checkIn({ moment: 'arrival', level: 2, tags: ['family', 'queue-rush'] })
      const { answers } = await teller.moods.mine({})
      expect(answers).toEqual([
        { on: '2026-11-23', moment: 'arrival', level: 2, tags: expect.arrayContaining(['family', 'queue-rush']) },
      ])
      await expect(teller.moods.checkIn({ moment: 'close', level: 3 })).rejects.toMatchObject({
        data: { reason: 'moodMomentOff' },
      })
      await expect(teller.moods.checkIn({ moment: 'arrival', level: 3, tags: ['unknown'] })).rejects.toMatchObject({
        data: { reason: 'moodTagGone' },
      })
      await expect(
        teller.moods.checkIn({ moment: 'arrival', level: 3, tags: ['family', 'money', 'sleep'] }),
      ).rejects.toMatchObject({ code: 'invalid-input', data: { fields: { tags: 'mostMoodTags' } } })
    })

    it('is sealed while the vault is open, and what was said before is sealed when the day is tidied', async () => {
      await teller.moods.checkIn({ moment: 'arrival', level: 2, tags: ['family', 'queue-rush'] })
      expect(rows('mood_answer')).toMatchObject([{ is_sealed: 0 }])
      await head.vault.setUp({ passphrase: PASSPHRASE })
      await outlet.service.tick()
      await teller.moods.checkIn({ moment: 'after-incident', level: 1, tags: ['money'] })
      const kept = rows('mood_answer')
      expect(kept).toMatchObject([{ is_sealed: 1 }, { is_sealed: 1 }])
      expect(JSON.stringify(kept)).not.toMatch(/family|queue-rush|money|"level":|level\\"/)
      const levels = async () => (await teller.moods.mine({})).answers.map(({ level }) => level)
      expect((await levels()).sort()).toEqual([1, 2])
      outlet.ports.vault.lock()
      expect(await levels()).toEqual([null, null])
    })

    it('is gone with the consent: rows, wish, talks and the keys that sealed them', async () => {
      await head.vault.setUp({ passphrase: PASSPHRASE })
      await teller.moods.checkIn({ moment: 'arrival', level: 1, tags: ['money'] })
      await teller.moods.askToTalk({})
      const [row] = rows('mood_answer') as { content: string }[]
      const uid = outlet.people.teller ?? ''
      await teller.moods.withdraw({})
      for (const table of ['mood_answer', 'mood_wish', 'care_talk']) expect(rows(table)).toEqual([])
      const cell = { table: 'mood_answer', row: '4/2026-11-23/arrival/1', column: 'content' }
      expect(() => outlet.ports.vault.open(`${uid}/level/2026-11-23`, cell, row?.content ?? '')).toThrow(
        /vaultForgotten/,
      )
    })
  })

  describe('counters', () => {
    const day = async (levels: readonly number[]) => {
      for (const [index, level] of levels.entries()) {
        const client = of(STAFF[index] ?? 'teller')
        await client.moods.checkIn({ moment: 'arrival', level })
      }
    }
    beforeEach(async () => {
      await head.moods.openSeries({ mode: 'counters' })
      for (const post of STAFF) await agree(of(post))
    })

    it('leave nothing behind when somebody answers: no row, no entry, no event, no line', async () => {
      const before = everyTable()
      const seen: string[] = []
      const stream = await head.events.changes({})
      await stream.next()
      await day([1, 2, 3, 4])
      expect(everyTable()).toEqual(before)
      await head.moods.askToTalk({}).catch(() => undefined)
      await teller.moods.askToTalk({})
      seen.push(((await stream.next()).value as { feature: string }).feature)
      await stream.return(undefined)
      // The wish is the first thing anybody hears of.
      expect(seen).toEqual(['moods'])
      expect(rows('audit_entry')).toHaveLength(before.find(([table]) => table === 'audit_entry')?.[1].length ?? -1)
      expect(rows('mood_answer')).toEqual([])
    })

    it.each([
      [4, 0],
      [5, 5],
    ])('of %d people keep %d when the console shuts down, and no byte before', async (people, kept) => {
      const folder = mkdtempSync(join(tmpdir(), 'chenxun-counters-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const path = join(folder, 'chenxun.db')
      outlet = await startTestOutlet(createTestPorts(path))
      await outlet.as('outlet-head').moods.openSeries({ mode: 'counters' })
      for (const post of STAFF) await agree(of(post))
      const sizes = () => [path, `${path}-wal`].map((file) => [statSync(file).size, statSync(file).mtimeMs])
      const before = sizes()
      await day([5, 1, 2, 3, 4].slice(0, people))
      expect(sizes()).toEqual(before)
      outlet.service.close()
      const database = openDatabase(path)
      const counted = database.prepare('SELECT coalesce(sum(answers), 0) FROM mood_counter').pluck().get()
      database.close()
      expect(counted).toBe(kept)
    })

    it('publish a week of theirs as named series do', async () => {
      await day([1, 2, 2, 2, 1])
      outlet.ports.setNow(at('08:00', '2026-11-30'))
      await outlet.service.tick()
      expect((await teller.moods.weather({})).weeks).toEqual([{ week: '2026-11-23', band: 'rainy', why: 'published' }])
    })

    it('take one answer a day, without causes', async () => {
      await teller.moods.checkIn({ moment: 'arrival', level: 4 })
      expect((await teller.moods.state({})).open).toEqual([])
      await expect(teller.moods.checkIn({ moment: 'after-incident', level: 1 })).rejects.toMatchObject({
        data: { reason: 'moodAnsweredToday' },
      })
      await expect(
        of('outlet-head').moods.checkIn({ moment: 'arrival', level: 3, tags: ['family'] }),
      ).rejects.toMatchObject({ data: { reason: 'moodTagsNamedOnly' } })
      outlet.ports.setNow(at('08:00', '2026-11-24'))
      await teller.moods.checkIn({ moment: 'arrival', level: 3 })
    })

    it('reach the disk five at once after closing, and never fewer', async () => {
      await day([1, 2, 3, 4])
      outlet.ports.setNow(at('18:00'))
      await outlet.service.tick()
      expect(rows('mood_counter')).toEqual([])
      outlet.ports.setNow(at('08:00', '2026-11-24'))
      await day([1, 2, 2, 4, 5])
      await outlet.service.tick()
      expect(rows('mood_counter')).toEqual([])
      outlet.ports.setNow(at('18:00', '2026-11-24'))
      await outlet.service.tick()
      expect(rows('mood_counter')).toEqual(
        [
          [1, 1],
          [2, 2],
          [4, 1],
          [5, 1],
        ].map(([level, answers]) => ({ series_id: 1, week: '2026-11-23', level, answers })),
      )
    })
  })
})
