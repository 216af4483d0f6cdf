import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BinaryFile } from '../../../shared/binary-file.ts'
import type { Client } from '../../../shared/contract/index.ts'
import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat } from '../../../shared/contract/reports.ts'
import { AppError } from '../../../shared/errors.ts'
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

/** A report of a month, or the reply to one inspection by its number. */
export async function report(client: Client, words: string[], options: CommandOptions): Promise<Answer> {
  const formats = (options.format ?? 'docx,xlsx,pdf').split(',')
  if (!options.out || !formats.every(isFormat)) throw usage()
  const source = words[0] === 'inspection-reply' ? await replyTo(client, options) : monthly(client, words[0], options)
  const folder = fromWhereTheyStood(options.out)
  mkdirSync(folder, { recursive: true })
  const files: WrittenFile[] = []
  for (const format of formats) files.push(await writeOne(source.render, format, folder))
  return {
    answer: { files, figures: await source.figures() },
    text: files.map(({ path, bytes }) => `${path}\t${bytes}`).join('\n'),
  }
}

type Render = (format: ReportFormat) => Promise<{ file: BinaryFile; fileName: string }>
interface Source {
  render: Render
  figures(): Promise<Record<string, number | null>>
}

function monthly(client: Client, word: string | undefined, options: CommandOptions): Source {
  const kind = REPORT_KINDS.find((one) => one === word)
  if (!kind || !options.month) throw usage()
  const input = { kind, month: options.month, language: languageOf(options) }
  return {
    render: (format) => client.reports.renderFile({ ...input, format }),
    async figures() {
      const { figures } = await client.reports.preview(input)
      return Object.fromEntries(figures.map(({ id, value }) => [id, value]))
    },
  }
}

async function replyTo(client: Client, options: CommandOptions): Promise<Source> {
  const notice = (await client.inspections.list({})).find(({ number }) => number === options.number)
  if (!options.number) throw usage()
  if (!notice) throw new AppError('not-found', 'noticeGone')
  const { uid, tasks, open } = notice
  return {
    render: (format) => client.inspections.renderFile({ uid, language: languageOf(options), format }),
    figures: async () => ({ problems: tasks, open }),
  }
}

function usage(): UsageError {
  const formats = FORMATS.join(',')
  return new UsageError(
    `report ${REPORT_KINDS.join('|')} --month YYYY-MM --format ${formats} --out DIR\n` +
      `report inspection-reply --number NUMBER --format ${formats} --out DIR`,
  )
}

async function writeOne(render: Render, format: Format, folder: string): Promise<WrittenFile> {
  const { file, fileName } = await render(format === 'pdf' ? 'html' : format)
  const rendered = new Uint8Array(await file.arrayBuffer())
  const bytes = format === 'pdf' ? await printToPdf(new TextDecoder().decode(rendered)) : rendered
  const path = join(folder, format === 'pdf' ? fileName.replace(/\.html$/, '.pdf') : fileName)
  writeDurably(path, bytes)
  return { format, path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function isFormat(word: string): word is Format {
  return FORMATS.some((format) => format === word)
}
