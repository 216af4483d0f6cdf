import { openAsBlob, statSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../../../shared/errors.ts'
import type { Language } from '../../../shared/messages/language.ts'

export const EXIT = { ok: 0, no: 1, usage: 2, failure: 3 } as const

/** What a command gives back: JSON for programs, text for people. */
export interface Answer {
  answer: unknown
  text: string
  exitCode?: number
}

/** The command line was wrong; nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function languageOf(options: { language: string }): Language {
  return options.language === 'en' ? 'en' : 'zh-CN'
}

/** npm runs scripts in the root; a relative path is meant from where the person stood. */
export function fromWhereTheyStood(path: string): string {
  return isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path)
}

/** A file named on the command line. Throws `not-found` where there is none. */
export async function fileNamed(path: string): Promise<Blob> {
  const full = fromWhereTheyStood(path)
  if (!statSync(full, { throwIfNoEntry: false })?.isFile())
    throw new AppError('not-found', 'noSuchFile', { params: { path } })
  return openAsBlob(full)
}

const OPTIONS = {
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  language: { type: 'string', default: 'zh-CN' },
  roster: { type: 'string' },
  'outlet-code': { type: 'string' },
  'outlet-name': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  month: { type: 'string' },
  number: { type: 'string' },
  checkpoint: { type: 'string' },
  code: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  recipient: { type: 'string' },
  identity: { type: 'string' },
  'passphrase-file': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Throws where a word is no option. */
export function parseCommand(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true })
}

export type CommandOptions = ReturnType<typeof parseCommand>['values']
