import { beforeEach, describe, expect, it } from 'vitest'
import { MONTH_SQL } from '../../electron/service/meetings/month-repository.ts'
import type { Client } from '../../shared/contract/index.ts'
import type { MeetingTemplateContent } from '../../shared/contract/meeting-templates.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { unzipped } from '../harness/unzipped.ts'

const at = (clock: string, day = '2026-11-23') => Date.parse(`${day}T${clock}:00+08:00`)
const PIN = '777778'

describe('around meetings', () => {
  let outlet: TestOutlet
  let head: Client

  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
    outlet.ports.database.prepare('UPDATE credential SET hash = ?').run(`plain$${PIN}`)
  })

  const uid = (post: string) => outlet.people[post] ?? ''

  /** Held by the head on a day, in so many minutes, with one absent and one line each. */
  async function hold(day: string, minutes: number): Promise<string> {
    outlet.ports.setNow(at('08:25', day))
    await head.people.signIn({ personUid: uid('outlet-head'), pin: PIN })
    const begun = await head.meetings.begin({ kind: 'morning', templateId: 'standard-15', host: uid('outlet-head') })
    const meeting = begun.meeting.uid
    const position = begun.template.steps.findIndex(({ captures }) => captures.includes('focus-items'))
    const absent = { person: uid('teller'), state: 'absent' as const, reason: '病假' }
    await head.meetings.setAttendance({ meeting, attendance: [absent] })
    await head.meetings.addLine({ meeting, position, capture: 'focus-items', words: '三号窗口九点前开' })
    await head.meetings.decide({
      ...{ meeting, position, words: '补叫号纸', severity: 'minor' },
      ...{ ownerUid: uid('lobby-manager'), queue: null },
    })
    const praise = begun.template.steps.findIndex(({ captures }) => captures.includes('praise'))
    await head.meetings.addLine({
      ...{ meeting, position: praise, capture: 'praise', words: '扶老人过坡道' },
      person: uid('lobby-manager'),
    })
    outlet.ports.advance(minutes * 60_000)
    await head.meetings.finish({ meeting })
    expect((await head.meetings.sign({ meeting, pin: PIN })).outcome).toBe('signed')
    return meeting
  }

  it('count the month: held, length, attendance, hosts, topics and tasks', async () => {
    await hold('2026-11-02', 15)
    await hold('2026-11-03', 21)
    outlet.ports.setNow(at('17:00', '2026-11-05'))
    await head.people.signIn({ personUid: uid('outlet-head'), pin: PIN })
    await head.meetings.explainDay({ on: '2026-11-05', kind: 'morning', reason: '停电' })
    const month = await head.meetings.month({ month: '2026-11' })
    expect(month.morning).toMatchObject({
      due: 4,
      held: 2,
      explained: 1,
      missing: 1,
      heldRate: 0.5,
      late: 0,
      tooFew: 0,
    })
    expect(month.morning).toMatchObject({ plannedMinutes: 15, minutes: 18, over: 1 })
    expect(month.evening).toMatchObject({ due: 0, held: 0, heldRate: null, minutes: null })
    expect(month.attendanceRate).toBeCloseTo(8 / 10)
    expect(month.people.find(({ person }) => person.name === '许一诺')).toMatchObject({ due: 2, present: 0, absent: 2 })
    expect(month.people.find(({ person }) => person.name === '林予安')).toMatchObject({ present: 2, hosted: 2 })
    expect(month.topics.find(({ capture }) => capture === 'focus-items')).toMatchObject({ open: 2, done: 0 })
    expect(month.tasks).toEqual({ made: 2, ended: 0 })
    expect(month.days).toHaveLength(30)
    expect(month.days[1]).toMatchObject({ on: '2026-11-02', isDue: true, meetings: [{ state: 'signed' }] })
    expect(month.days[4]).toMatchObject({ on: '2026-11-05', meetings: [], reason: '停电' })
    expect((await head.meetings.month({ month: '2026-10' })).morning.held).toBe(0)
  })

  it('are counted by index, never over all years', () => {
    for (const sql of Object.values(MONTH_SQL)) {
      const plan = outlet.ports.database.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', "'2026'")}`).all()
      expect((plan as { detail: string }[]).filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([])
      expect(sql).toMatch(/LIMIT \d+$/)
    }
  })

  it('give minutes with the sections that were chosen, as a page and in Word', async () => {
    const meeting = await hold('2026-11-23', 15)
    await head.meetings.addToLog({ meeting, words: '补充：周三有检查' })
    const textOf = async (html: Promise<{ html: string }>) =>
      (await html).html.replaceAll(/<style[\s\S]*?<\/style>/g, '')
    const whole = await textOf(head.meetings.minutes({ meeting }))
    for (const words of [
      '标准晨会',
      '许一诺',
      '病假',
      '三号窗口九点前开',
      '补叫号纸',
      '扶老人过坡道',
      '周三有检查',
      '林予安 2026-11-23',
    ]) {
      expect(whole).toContain(words)
    }
    const short = await textOf(head.meetings.minutes({ meeting, sections: ['praise'] }))
    expect(short).toContain('扶老人过坡道')
    for (const words of ['病假', '补叫号纸', '周三有检查']) expect(short).not.toContain(words)
    const { file, fileName } = await head.meetings.minutesFile({ meeting, sections: ['tasks'] })
    expect(fileName).toBe('YZ-NP-03_标准晨会（15分钟）记录_2026-11-23.docx')
    const document = (await unzipped(new Uint8Array(await (file as Blob).arrayBuffer()))).get('word/document.xml')
    const words = new TextDecoder().decode(document)
    expect(words).toContain('补叫号纸')
    expect(words).not.toContain('扶老人过坡道')
    expect((await head.meetings.minutes({ meeting, language: 'en' })).html).toContain('Attendance')
  })

  it('pass a notice on to everybody who is there, and write it down', async () => {
    const { uid: notice } = await head.notices.add({
      ...{ title: '利率表换版', words: '', source: null },
      ...{ receivedOn: '2026-11-23', passBy: null },
    })
    const begun = await head.meetings.begin({ kind: 'morning', templateId: 'standard-15', host: uid('outlet-head') })
    const meeting = begun.meeting.uid
    const position = begun.template.steps.findIndex(({ captures }) => captures.includes('notices-passed'))
    const screen = await head.meetings.screenData({ meeting, position })
    expect(screen.find(({ key }) => key === 'notice.unread')?.rows).toMatchObject([{ text: { zh: '利率表换版' } }])
    await head.meetings.setAttendance({
      meeting,
      attendance: [{ person: uid('teller'), state: 'absent', reason: '病假' }],
    })
    const line = await head.meetings.passNotice({ meeting, position, notice })
    expect(line).toMatchObject({ words: '利率表换版', capture: 'notices-passed' })
    expect(line.extra?.confirmed).toHaveLength(4)
    const { readers } = await head.notices.card({ uid: notice })
    expect(readers.filter(({ way }) => way === null).map(({ name }) => name)).toEqual(['许一诺'])
    const wrong = head.meetings.passNotice({ meeting, position: 0, notice })
    await expect(wrong).rejects.toMatchObject({ data: { reason: 'captureOfOtherStep' } })
  })

  it('give a task the time that was said, or a post; never a time that has passed', async () => {
    const begun = await head.meetings.begin({ kind: 'morning', templateId: 'standard-15', host: uid('outlet-head') })
    const position = begun.template.steps.findIndex(({ captures }) => captures.includes('new-tasks'))
    const said = { meeting: begun.meeting.uid, position, severity: 'critical' as const, ownerUid: null }
    const due = { on: '2026-11-26', at: '16:30' }
    const line = await head.meetings.decide({ ...said, words: '换座椅', queue: 'lobby-manager', due })
    const { task } = await head.rectifications.card({ uid: line.task?.uid ?? '' })
    expect(task).toMatchObject({
      dueAt: at('16:30', '2026-11-26'),
      state: 'assigned',
      owner: { queue: 'lobby-manager' },
    })
    const past = { on: '2026-11-23', at: '07:00' }
    await expect(head.meetings.decide({ ...said, words: '太晚', queue: null, due: past })).rejects.toMatchObject({
      data: { fields: { due: 'dueIsPast' } },
    })
  })

  describe('templates', () => {
    const contentOf = async (id: string): Promise<MeetingTemplateContent> => {
      const template = (await head.meetings.templates({})).find((one) => one.id === id)
      if (!template) throw new Error(id)
      const { kind, name, useWhen, steps, isOff } = template
      return { kind, name, useWhen, steps, isOff }
    }

    it('change as a new version; a meeting keeps the one it was held by', async () => {
      const meeting = await hold('2026-11-23', 15)
      const content = await contentOf('standard-15')
      const steps = content.steps.slice(0, 5)
      const saved = await head.meetings.saveTemplate({ id: 'standard-15', basedOn: 2, content: { ...content, steps } })
      expect(saved).toMatchObject({ version: 3, totalMinutes: steps.reduce((sum, { minutes }) => sum + minutes, 0) })
      expect((await head.meetings.read({ meeting })).template).toMatchObject({ version: 2, totalMinutes: 15 })
      const versions = await head.meetings.templateVersions({ id: 'standard-15' })
      expect(versions.map(({ template, madeBy }) => [template.version, madeBy])).toEqual([
        [3, '林予安'],
        [2, null],
      ])
      await expect(head.meetings.saveTemplate({ id: 'standard-15', basedOn: 2, content })).rejects.toMatchObject({
        data: { reason: 'templateChanged' },
      })
    })

    it('of an earlier release give way to what is shipped now, unless the outlet has changed them', async () => {
      const { steps, ...content } = await contentOf('standard-15')
      const short = await contentOf('short-8')
      const kept = outlet.ports.database.prepare('INSERT INTO meeting_template_version VALUES (?, ?, ?, 0, ?)')
      const own = outlet.ports.database.prepare('SELECT id FROM staff WHERE uid = ?').pluck().get(uid('outlet-head'))
      kept.run('standard-15', 1, JSON.stringify({ ...content, steps: steps.slice(0, 2) }), null)
      kept.run('short-8', 1, JSON.stringify({ ...short, steps: short.steps.slice(0, 2) }), own)
      const templates = await head.meetings.templates({})
      const of = (id: string) => templates.find((one) => one.id === id)
      expect(of('standard-15')).toMatchObject({ version: 2, steps })
      expect(of('short-8')).toMatchObject({ version: 1 })
      expect(of('short-8')?.steps).toHaveLength(2)
      const versions = await head.meetings.templateVersions({ id: 'standard-15' })
      expect(versions.map(({ template, madeBy }) => [template.version, madeBy])).toEqual([
        [2, null],
        [1, null],
      ])
    })

    it('can be added, and are the head’s alone to change', async () => {
      const content = { ...(await contentOf('short-8')), name: { zh: '雨天短会', en: '' } }
      const own = await head.meetings.saveTemplate({ id: null, basedOn: 0, content })
      expect(own).toMatchObject({ version: 1, name: { zh: '雨天短会' } })
      const begun = await head.meetings.begin({ kind: 'morning', templateId: own.id, host: uid('lobby-manager') })
      expect(begun.meeting.templateName.zh).toBe('雨天短会')
      const input = { id: null, basedOn: 0, content }
      await expect(outlet.as('lobby-manager').meetings.saveTemplate(input)).rejects.toMatchObject({ code: 'forbidden' })
    })

    it('refuse a step twice, another kind, and leaving no evening template at all', async () => {
      const content = await contentOf('evening-10')
      const [step] = content.steps
      if (!step) throw new Error('no step')
      const reasonOf = (change: Partial<MeetingTemplateContent>) =>
        head.meetings
          .saveTemplate({ id: 'evening-10', basedOn: 2, content: { ...content, ...change } })
          .catch((error: { data: { reason: string } }) => error.data.reason)
      expect(await reasonOf({ steps: [step, step] })).toBe('stepTwice')
      expect(await reasonOf({ kind: 'morning' })).toBe('meetingTemplateKind')
      expect(await reasonOf({ isOff: true })).toBe('lastTemplateOfKind')
    })
  })
})
