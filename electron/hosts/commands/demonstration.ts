import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DEMONSTRATION_FORMATS, type DemonstrationFormat } from '../../../shared/contract/demonstration.ts'
import type { Client } from '../../../shared/contract/index.ts'
import { type Answer, type CommandOptions, fromWhereTheyStood, languageOf, UsageError } from './command.ts'

/** The demonstration file of some months, for every clause that the checklist names. */
export async function demonstration(client: Client, options: CommandOptions): Promise<Answer> {
  const formats = (options.format ?? 'folder').split(',')
  const { from, to = from, out } = options
  if (!out || !from || !to || !formats.every(isFormat)) {
    throw new UsageError('report demonstration --from YYYY-MM --to YYYY-MM --format folder,pdf --out DIR')
  }
  const folder = fromWhereTheyStood(out)
  mkdirSync(dirname(folder), { recursive: true })
  const files = []
  for (const format of formats) {
    const wish = { from, to, clauses: null, language: languageOf(options) }
    files.push({ format, ...(await client.demonstration.write({ ...wish, folder, format })) })
  }
  return { answer: { files }, text: files.map(({ path, bytes }) => `${path}\t${bytes}`).join('\n') }
}

function isFormat(word: string): word is DemonstrationFormat {
  return DEMONSTRATION_FORMATS.some((format) => format === word)
}
