import { beforeEach, describe, expect, it } from 'vitest'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { unzipped } from '../harness/unzipped.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const LETTER = {
  uid: null,
  number: '分行运管〔2026〕88号',
  inspector: '分行服务督导组',
  issuedOn: '2026-11-20',
  replyBy: '2026-12-04',
}

describe('the reply to an inspection', () => {
  let outlet: TestOutlet
  let uid: string
  beforeEach(async () => {
    outlet = await startTestOutlet()
    uid = (await openTask('branch', '便民药箱缺药', [await putPhoto(PIXEL)])).uid
  })
  const head = () => outlet.as('outlet-head')

  async function putPhoto(bytes: Buffer): Promise<string> {
    return (await head().attachments.put({ file: new Blob([new Uint8Array(bytes)]) })).hash
  }

  async function openTask(source: 'branch' | 'mystery' | 'patrol', description: string, photos: string[] = []) {
    return head().rectifications.open({ ...PLAIN_TASK, source, description, photos })
  }

  it('offers the problems of inspections that belong to no other notice', async () => {
    const other = await openTask('mystery', '神秘访客：未主动问候')
    await openTask('patrol', '巡检发现')
    expect((await head().inspections.tasks({ uid: null })).map(({ task }) => task.uid).sort()).toEqual(
      [uid, other.uid].sort(),
    )
    const saved = await head().inspections.save({ ...LETTER, taskUids: [uid] })
    expect(saved).toMatchObject({ number: LETTER.number, tasks: 1, open: 1 })
    expect((await head().inspections.tasks({ uid: null })).map(({ task }) => task.uid)).toEqual([other.uid])
    const own = await head().inspections.tasks({ uid: saved.uid })
    expect(own.filter(({ isChosen }) => isChosen).map(({ task }) => task.uid)).toEqual([uid])
    const both = await head().inspections.save({ ...LETTER, uid: saved.uid, taskUids: [uid, other.uid] })
    expect([both.uid, both.tasks]).toEqual([saved.uid, 2])
    expect(await head().inspections.list({})).toEqual([both])
  })

  it.each([
    ['a reply due before the notice', { replyBy: '2026-11-19' }, 'replyBy', 'replyBeforeNotice'],
    ['no problem', { taskUids: [] }, 'taskUids', 'required'],
    ['no number', { number: '  ' }, 'number', 'required'],
  ])('refuses %s', async (_what, change, field, reason) => {
    const save = head().inspections.save({ ...LETTER, taskUids: [uid], ...change })
    await expect(save).rejects.toMatchObject({ code: 'invalid-input', data: { fields: { [field]: reason } } })
  })

  it('refuses a number twice, a problem of another notice and one of a round', async () => {
    await head().inspections.save({ ...LETTER, taskUids: [uid] })
    const other = (await openTask('mystery', '二')).uid
    const round = (await openTask('patrol', '三')).uid
    const of = (change: object) => head().inspections.save({ ...LETTER, number: 'B', taskUids: [other], ...change })
    const reason = (field: string, text: string) => ({ data: { fields: { [field]: text } } })
    await expect(of({ number: LETTER.number })).rejects.toMatchObject(reason('number', 'noticeNumberTaken'))
    await expect(of({ taskUids: [uid] })).rejects.toMatchObject(reason('taskUids', 'taskHasNotice'))
    await expect(of({ taskUids: [round] })).rejects.toMatchObject(reason('taskUids', 'notOfInspection'))
    expect(await head().inspections.list({})).toHaveLength(1)
  })

  it('holds problem, cause, measures, people, dates, both photos and lines to sign in Word and on the page', async () => {
    const { uid: notice } = await head().inspections.save({ ...LETTER, taskUids: [uid] })
    const lobby = outlet.as('lobby-manager')
    await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
    const after = await putPhoto(Buffer.concat([PIXEL, Buffer.from([0])]))
    await lobby.rectifications.move({
      ...{ uid, from: 'doing', to: 'submitted', note: '已补齐药品', cause: 'material.out', photos: [after] },
    })
    const { html } = await head().inspections.preview({ uid: notice })
    const { file, fileName } = await head().inspections.renderFile({ uid: notice, format: 'docx' })
    expect(fileName).toBe('YZ-NP-03_检查整改回复_分行运管〔2026〕88号.docx')
    const parts = await unzipped(new Uint8Array(await (file as Blob).arrayBuffer()))
    const word = Buffer.from(parts.get('word/document.xml') ?? []).toString()
    for (const text of [
      LETTER.number,
      LETTER.inspector,
      LETTER.replyBy,
      '便民药箱缺药',
      '缺货断供',
      '已补齐药品',
      '网点负责人',
    ]) {
      expect([text, html.includes(text), word.includes(text)]).toEqual([text, true, true])
    }
    expect(html.match(/<img /g)).toHaveLength(2)
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(2)
    expect(word.match(/<w:drawing>/g)).toHaveLength(2)
    expect(Buffer.from(parts.get('word/styles.xml') ?? []).toString()).toContain('w:eastAsia="宋体"')
    const sheet = await head().inspections.renderFile({ uid: notice, format: 'xlsx' })
    expect(sheet.file.size).toBeGreaterThan(1000)
  })

  it('leaves a picture out that no document can hold', async () => {
    const webp = Buffer.from('RIFF\u0004\0\0\0WEBP', 'latin1')
    const broken = (await openTask('branch', '二', [await putPhoto(webp)])).uid
    const { uid: notice } = await head().inspections.save({ ...LETTER, taskUids: [broken] })
    const { html } = await head().inspections.preview({ uid: notice, language: 'en' })
    expect(html.match(/<img /g)).toBeNull()
    expect(html).toContain('Reply to the inspection')
  })

  it('counts no problem that was withdrawn, neither as one nor as open', async () => {
    const other = await openTask('mystery', '神秘访客：未主动问候')
    const { uid: notice } = await head().inspections.save({ ...LETTER, taskUids: [uid, other.uid] })
    outlet.ports.database.prepare("UPDATE rectification SET state = 'void' WHERE uid = ?").run(other.uid)
    expect(await head().inspections.list({})).toMatchObject([{ uid: notice, tasks: 1, open: 1 }])
  })
})
