import type { Client } from '../../../shared/contract/index.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { type Answer, type CommandOptions, EXIT, languageOf } from './command.ts'

/** The chain in itself, and against a checkpoint from outside where one is given. Exit code 1 where it does not hold. */
export async function verifyAudit(client: Client, options: CommandOptions): Promise<Answer> {
  const against = options.checkpoint ?? options.code
  const found = await client.audit.compare(against === undefined ? {} : { against })
  const t = translatorFor(languageOf(options))
  const params = { count: found.entries, broken: found.brokenAt ?? 0, kept: found.keptSize ?? 0 }
  return {
    answer: found,
    text: t(`audit.compare.verdict.${found.verdict}`, params),
    exitCode: found.ok ? EXIT.ok : EXIT.no,
  }
}
