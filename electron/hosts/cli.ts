import { backup, restore, verifyBackup } from './commands/backup.ts'
import {
  type Answer,
  type CommandOptions,
  EXIT,
  fromWhereTheyStood,
  parseCommand,
  UsageError,
} from './commands/command.ts'
import { demonstration } from './commands/demonstration.ts'
import { describeCommandError } from './commands/describe-command-error.ts'
import { diagnose } from './commands/diagnose.ts'
import { doctor } from './commands/doctor.ts'
import { importFile, undoImport } from './commands/import.ts'
import { init } from './commands/init.ts'
import { report } from './commands/report.ts'
import { verifyAudit } from './commands/verify-audit.ts'
import { withOperator } from './commands/with-operator.ts'
import { prepareDataFolder } from './data-folder.ts'

const USAGE = `chenxun <command> --data DIR [--json] [--language zh-CN|en]
  init [--roster FILE] --outlet-code CODE --outlet-name NAME
  import roster|ledger|patrol|devices FILE [--dry-run]
  import undo IMPORT_ID
  report patrol-summary|ledger|devices|monthly --month 2026-10 --format docx,xlsx,pdf,html --out DIR
  report inspection-reply --number NUMBER --format docx,xlsx,pdf,html --out DIR
  report demonstration --from 2026-01 --to 2026-12 --format folder,pdf --out DIR
  backup [--to DIR [--recipient KEY]]
  restore --from BACKUP --to DIR [--identity FILE | --passphrase-file FILE]
  verify backup BACKUP [--identity FILE | --passphrase-file FILE]
  verify audit [--checkpoint TEXT | --code CODE]
  serve [--port 0]
  diagnose --out FILE
  doctor
`

/** Runs one command and returns its exit code: 0 ok, 1 the answer is no, 2 wrong use, 3 failure. */
export async function run(args: string[]): Promise<number> {
  let options: CommandOptions
  let words: string[]
  try {
    const parsed = parseCommand(args)
    options = parsed.values
    words = parsed.positionals
  } catch {
    process.stderr.write(USAGE)
    return EXIT.usage
  }
  if (options.help) {
    process.stdout.write(USAGE)
    return EXIT.ok
  }
  try {
    const { answer, text, exitCode = EXIT.ok } = await dispatch(words, options)
    process.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : `${text}\n`)
    return exitCode
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n${USAGE}`)
      return EXIT.usage
    }
    const { code, message, exitCode } = describeCommandError(error, options.language === 'en' ? 'en' : 'zh-CN')
    process.stderr.write(`${message}\n`)
    if (options.json) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`)
    return exitCode
  }
}

async function dispatch(words: string[], options: CommandOptions): Promise<Answer> {
  const [command, ...rest] = words
  if (command === 'verify' && rest[0] !== 'audit') return verifyBackup(rest, options)
  if (command === 'restore') return restore(options)
  const folder = prepareDataFolder(options.data && fromWhereTheyStood(options.data))
  if (command === 'backup') return withOperator(folder, (client) => backup(client, options))
  if (command === 'init') return withOperator(folder, (client) => init(client, options))
  if (command === 'diagnose') return withOperator(folder, (client) => diagnose(client, options))
  if (command === 'doctor') return withOperator(folder, (client) => doctor(client))
  if (command === 'verify' && rest[0] === 'audit') return withOperator(folder, (client) => verifyAudit(client, options))
  if (command === 'report' && rest[0] === 'demonstration')
    return withOperator(folder, (client) => demonstration(client, options))
  if (command === 'report') return withOperator(folder, (client) => report(client, rest, options))
  if (command === 'import' && rest[0] === 'undo') return withOperator(folder, (client) => undoImport(client, rest[1]))
  if (command === 'import') return withOperator(folder, (client) => importFile(client, rest, options))
  throw new UsageError(command ? `? ${command}` : '')
}
