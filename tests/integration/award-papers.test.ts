import PizZip from 'pizzip'
import { beforeEach, describe, expect, it } from 'vitest'
import { type AwardOutlet, startAwardOutlet } from '../harness/award-outlet.ts'

const KIND = 'month-service-star'
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }

describe('papers of an award', () => {
  let at: AwardOutlet
  beforeEach(async () => {
    at = await startAwardOutlet()
  })

  it('give notice with its days, the rule and whom to tell, and nothing of scores', async () => {
    const { award } = await at.publicise(KIND, 87, OCTOBER)
    const ask = { uid: award.uid, paper: 'notice', contact: '林予安 0571-8000' } as const
    const { file, fileName } = await at.outlet.as('teller').awardPapers.file(ask)
    expect(fileName).toBe('YZ-NP-03_关于“月度服务明星”的公示_AW-2026-001.docx')
    const words = await wordsOf(file)
    for (const part of [
      '许一诺',
      '耐心帮老人办完挂失',
      '2026-11-23 起，至 2026-11-25 止',
      '公示期内可实名或匿名提异议，三个工作日内核查答复，查实即撤',
      '林予安 0571-8000',
      '审计检查点',
    ]) {
      expect(words).toContain(part)
    }
    const { html } = await at.outlet.as('teller').awardPapers.preview(ask)
    for (const paper of [words, html]) {
      expect(paper).not.toMatch(/87|得分|评分|满意率报表/)
    }
  })

  it('give a certificate only once it is granted, on one page on its side', async () => {
    const { award } = await at.publicise(KIND, 90, OCTOBER)
    const head = at.outlet.as('outlet-head')
    const ask = { uid: award.uid, paper: 'certificate' } as const
    await expect(head.awardPapers.file(ask)).rejects.toMatchObject(reason('certificateNotGranted'))
    const granted = await grant(at, award.uid)
    const { file } = await head.awardPapers.file(ask)
    const words = await wordsOf(file)
    expect(words).toContain('荣誉证书')
    expect(words).toContain('许一诺')
    expect(words).toContain('被评为“月度服务明星”')
    expect(words).toContain(`编号 ${granted.award.no}`)
    expect((await partOf(file, 'word/document.xml')).includes('w:orient="landscape"')).toBe(true)
    const { html } = await head.awardPapers.preview(ask)
    expect(html).toContain('size:A4 landscape')
    expect(html).toContain('2026年11月26日')
  })

  it('refuse a notice before the award is public', async () => {
    const { award } = await at.nominate(KIND, 'lobby-manager', OCTOBER)
    const ask = at.outlet.as('outlet-head').awardPapers.file({ uid: award.uid, paper: 'notice' })
    await expect(ask).rejects.toMatchObject(reason('noticeNotPublicised'))
  })

  it('fill the nomination on the shipped template, with evidence and story', async () => {
    const { award } = await at.nominate(KIND, 'lobby-manager', OCTOBER)
    const lobby = at.outlet.as('lobby-manager')
    await lobby.awardPapers.saveStory({ uid: award.uid, text: '第一段\n第二段', basedOn: null })
    const { file } = await lobby.awardPapers.file({ uid: award.uid, paper: 'nomination' })
    const words = await wordsOf(file)
    for (const part of [
      '月度服务明星',
      '许一诺',
      '沈知夏',
      '客户评价',
      '为99.2%，依据是满意率报表（由沈知夏登记）',
      '第一段',
      '第二段',
    ]) {
      expect(words).toContain(part)
    }
    expect(words).not.toMatch(/[{}]|undefined/)
    expect(words).toContain('2026-10-31 ')
    expect(words).not.toMatch(/2026年10月31日|。；/)
  })

  it('fill the bank’s own template, and say in words what is wrong with it', async () => {
    const { award } = await at.nominate(KIND, 'lobby-manager', OCTOBER)
    const head = at.outlet.as('outlet-head')
    const { file: shipped } = await head.awardPapers.templateFile({})
    const withText = async (text: string) => changed(shipped, text)
    const save = (file: Blob | null) =>
      head.awardPapers.saveTemplate({ file }).then(
        () => 'kept',
        (error: { data: { reason: string; params?: { tag: string } } }) =>
          [error.data.reason, error.data.params?.tag].filter(Boolean).join(' '),
      )
    expect(await save(new Blob(['no docx']))).toBe('templateNotDocx')
    expect(await save(new Blob([new PizZip().file('a.txt', 'b').generate({ type: 'uint8array' }) as never]))).toBe(
      'templateNotDocx',
    )
    expect(await save(await withText('得分 {得分}'))).toBe('templateTagUnknown 得分')
    expect(await save(await withText('对象 {对象'))).toMatch(/^templateTagUnclosed 对象/)
    expect(await save(await withText('{#标准}没有结尾'))).toMatch(/^templateLoopBroken 标准/)
    expect((await head.awardPapers.template({})).isOwn).toBe(false)

    expect(await save(await withText('本行专用 {对象}'))).toBe('kept')
    expect(await head.awardPapers.template({})).toEqual({ isOwn: true, changedAt: at.outlet.ports.clock.now() })
    const { file } = await head.awardPapers.file({ uid: award.uid, paper: 'nomination' })
    expect(await wordsOf(file)).toContain('本行专用 许一诺')
    expect(await save(null)).toBe('kept')
    expect(await wordsOf((await head.awardPapers.file({ uid: award.uid, paper: 'nomination' })).file)).not.toContain(
      '本行专用',
    )
    await expect(at.outlet.as('lobby-manager').awardPapers.saveTemplate({ file: null })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('list a month and fill the wall with what was granted and stands', async () => {
    const { award } = await at.publicise(KIND, 90, OCTOBER)
    const head = at.outlet.as('outlet-head')
    const span = { from: '2026-11-01', to: '2026-11-30' }
    expect(await head.awardPapers.wall(span)).toEqual([])
    const granted = await grant(at, award.uid)
    expect(await head.awardPapers.wall(span)).toMatchObject([{ nominee: '许一诺', on: '2026-11-26' }])
    const { html } = await head.awardPapers.wallPreview({ ...span, size: 'A3' })
    expect(html).toContain('size:A3')
    expect(html).toContain('许一诺')
    const docx = await head.awardPapers.monthFile({ month: '2026-11', format: 'docx' })
    expect(await wordsOf(docx.file)).toContain('耐心帮老人办完挂失')
    const xlsx = await head.awardPapers.monthFile({ month: '2026-11', format: 'xlsx' })
    expect(await sheetWords(xlsx.file)).toContain('许一诺')
    await head.awards.revoke({ uid: award.uid, basedOn: granted.award.revision, reason: '材料不实' })
    expect(await head.awardPapers.wall(span)).toEqual([])
    expect(await wordsOf((await head.awardPapers.monthFile({ month: '2026-11', format: 'docx' })).file)).toContain(
      '本期无',
    )
  })
})

const reason = (key: string) => ({ data: { reason: key } })

async function grant(at: AwardOutlet, uid: string) {
  at.setDay('2026-11-26')
  const head = at.outlet.as('outlet-head')
  const { award } = await head.awards.card({ uid })
  return award.state === 'granted' ? head.awards.card({ uid }) : head.awards.grant({ uid, basedOn: award.revision })
}

async function zipOf(file: unknown): Promise<PizZip> {
  return new PizZip(new Uint8Array(await (file as Blob).arrayBuffer()))
}

async function partOf(file: unknown, name: string): Promise<string> {
  return (await zipOf(file)).file(name)?.asText() ?? ''
}

/** What a reader sees of a Word file, headers and footers included. */
async function wordsOf(file: unknown): Promise<string> {
  const zip = await zipOf(file)
  const parts = Object.keys(zip.files).filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))
  const text = parts.map((name) => zip.file(name)?.asText() ?? '').join('\n')
  return text.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '')
}

async function sheetWords(file: unknown): Promise<string> {
  const zip = await zipOf(file)
  return Object.keys(zip.files)
    .filter((name) => /\.xml$/.test(name))
    .map((name) => zip.file(name)?.asText() ?? '')
    .join('\n')
}

/** The shipped template with one more line. */
async function changed(file: unknown, text: string): Promise<Blob> {
  const zip = await zipOf(file)
  const xml = zip.file('word/document.xml')?.asText() ?? ''
  zip.file('word/document.xml', xml.replace('<w:sectPr', `<w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:sectPr`))
  return new Blob([zip.generate({ type: 'uint8array' }) as Uint8Array<ArrayBuffer>])
}
