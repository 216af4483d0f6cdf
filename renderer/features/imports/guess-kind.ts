import type { Client } from '../../../shared/contract/index.ts'
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/imports/columns.ts'

/** Names of files as outlets give them; `\u` escapes, for words belong into the message files. */
const NAMES: Record<ImportKind, RegExp> = {
  roster: /\u540d\u518c|\u82b1\u540d|\u5458\u5de5|\u4eba\u5458|roster|staff/i,
  ledger: /\u53f0\u8d26|\u6574\u6539|ledger|rectif/i,
  devices: /\u673a\u5177|\u8bbe\u5907|device|machine|atm/i,
  patrol: /\u5de1\u68c0|\u5de1\u67e5|\u68c0\u67e5\u8bb0\u5f55|patrol|round/i,
}

export function kindByName(fileName: string): ImportKind | undefined {
  const fitting = IMPORT_KINDS.filter((kind) => NAMES[kind].test(fileName))
  return fitting.length === 1 ? fitting[0] : undefined
}

/** By its name, else by reading it as each kind: the one that can save most rows. */
export async function guessKind(
  client: Client,
  file: File,
  readingId: string,
  signal: AbortSignal,
): Promise<ImportKind> {
  const named = kindByName(file.name)
  if (named) return named
  const outcomes = await Promise.allSettled(
    IMPORT_KINDS.map((kind) => client.imports.previewFile({ kind, file, fileName: file.name, readingId }, { signal })),
  )
  const read = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const best = read.sort((a, b) => b.counts.accepted + b.counts.blocked - (a.counts.accepted + a.counts.blocked))[0]
  if (best) return best.kind
  throw outcomes.find((outcome) => outcome.status === 'rejected')?.reason ?? new Error('No kind fits')
}
