import { basename } from 'node:path'
import type { ImportProblem } from '../../../shared/contract/imports.ts'
import type { Client } from '../../../shared/contract/index.ts'
import { Uid } from '../../../shared/contract/procedure.ts'
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/imports/columns.ts'
import { AppError } from '../../../shared/errors.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { type Answer, type CommandOptions, EXIT, fileNamed, languageOf, UsageError } from './command.ts'

export async function importFile(client: Client, words: string[], options: CommandOptions): Promise<Answer> {
  const [kind, path] = words
  if (!isKind(kind) || path === undefined) throw new UsageError(`import ${IMPORT_KINDS.join('|')} FILE`)
  const file = await fileNamed(path)
  const input = { kind, file, fileName: basename(path) }
  const result = options['dry-run'] ? await preview(client, input) : await client.imports.confirmFile(input)
  const translate = translatorFor(languageOf(options))
  const problems = result.problems.map(({ row, column, kind: problem, messageKey, params, of }) => ({
    row,
    ...(column === undefined ? {} : { column }),
    kind: problem,
    ...(of === undefined ? {} : { of }),
    message: translate(messageKey as MessageKey, params),
  }))
  const { accepted, skipped, importUid } = result
  return {
    answer: { accepted, skipped, problems, importId: importUid },
    text: [
      ...problems.map(({ row, column, message }) => `${row}\t${column ?? ''}\t${message}`),
      `${accepted} / ${accepted + skipped}${importUid ? ` ${importUid}` : ''}`,
    ].join('\n'),
    exitCode: accepted > 0 ? EXIT.ok : EXIT.no,
  }
}

async function preview(client: Client, input: { kind: ImportKind; file: Blob; fileName: string }) {
  const { counts, problems, problemCount } = await client.imports.previewFile(input)
  while (problems.length < problemCount) {
    const page = await client.imports.previewFile({ ...input, problemsFrom: problems.length })
    problems.push(...page.problems)
  }
  const result: { accepted: number; skipped: number; problems: ImportProblem[]; importUid: string | null } = {
    accepted: counts.accepted,
    skipped: counts.skipped,
    problems,
    importUid: null,
  }
  return result
}

export async function undoImport(client: Client, importUid: string | undefined): Promise<Answer> {
  if (importUid === undefined) throw new UsageError('import undo IMPORT_ID')
  if (!Uid.safeParse(importUid).success) throw new AppError('not-found', 'importUnknown', { params: { id: importUid } })
  const { kept } = await client.imports.undo({ importUid })
  return { answer: { undone: importUid, kept }, text: [importUid, ...kept].join('\n') }
}

function isKind(word: string | undefined): word is ImportKind {
  return IMPORT_KINDS.some((kind) => kind === word)
}
