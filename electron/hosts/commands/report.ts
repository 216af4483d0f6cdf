import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../../../shared/contract/index.ts'
import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat, type ReportKind } from '../../../shared/contract/reports.ts'
import { writeDurably } from '../../service/write-durably.ts'
import { printToPdf } from '../print-to-pdf.ts'
import { type Answer, type CommandOptions, fromWhereTheyStood, languageOf, UsageError } from './command.ts'

type Format = ReportFormat | 'pdf'
const FORMATS: readonly Format[] = [...REPORT_FORMATS, 'pdf']

interface WrittenFile {
  format: Format
  path: string
  bytes: number
  sha256: string
}

export async function report(client: Client, words: string[], options: CommandOptions): Promise<Answer> {
  const kind = REPORT_KINDS.find((one) => one === words[0])
  const formats = (options.format ?? 'docx,xlsx,pdf').split(',')
  const { month, out } = options
  if (!kind || !month || !out || !formats.every(isFormat)) {
    throw new UsageError(`report ${REPORT_KINDS.join('|')} --month YYYY-MM --format ${FORMATS.join(',')} --out DIR`)
  }
  const folder = fromWhereTheyStood(out)
  mkdirSync(folder, { recursive: true })
  const input = { kind, month, language: languageOf(options) }
  const files: WrittenFile[] = []
  for (const format of formats) files.push(await writeOne(client, input, format, folder))
  const { figures } = await client.reports.preview(input)
  return {
    answer: { files, figures: Object.fromEntries(figures.map(({ id, value }) => [id, value])) },
    text: files.map(({ path, bytes }) => `${path}\t${bytes}`).join('\n'),
  }
}

async function writeOne(
  client: Client,
  input: { kind: ReportKind; month: string; language: 'zh-CN' | 'en' },
  format: Format,
  folder: string,
): Promise<WrittenFile> {
  const { file, fileName } = await client.reports.renderFile({ ...input, format: format === 'pdf' ? 'html' : format })
  const rendered = new Uint8Array(await file.arrayBuffer())
  const bytes = format === 'pdf' ? await printToPdf(new TextDecoder().decode(rendered)) : rendered
  const path = join(folder, format === 'pdf' ? fileName.replace(/\.html$/, '.pdf') : fileName)
  writeDurably(path, bytes)
  return { format, path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function isFormat(word: string): word is Format {
  return FORMATS.some((format) => format === word)
}
