import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Client } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { createBackupJobs } from '../../service/backups/backup-jobs.ts'
import { bringKeys } from '../../service/backups/bring-keys.ts'
import { OPERATOR_ACTOR } from '../../service/people/index.ts'
import { restoreIntoEmpty } from '../../service/recovery/index.ts'
import { createPortsFactory } from '../create-ports.ts'
import { prepareDataFolder } from '../data-folder.ts'
import { lockFolder } from '../folder-lock.ts'
import { KEY_COPY } from '../ports/vault/key-copy.ts'
import { type Answer, type CommandOptions, fromWhereTheyStood, UsageError } from './command.ts'

/** A verified copy in the data folder and, where `--to` names one, in another folder. */
export async function backup(client: Client, { to, recipient }: CommandOptions): Promise<Answer> {
  if (recipient !== undefined && to === undefined) throw new UsageError('--recipient KEY --to DIR')
  const named = to === undefined ? {} : { to: { folder: fromWhereTheyStood(to), receiver: recipient ?? null } }
  const made = await client.backups.make(named)
  if (to !== undefined && made.deliveryFailure !== null) throw new AppError('storage-unavailable', made.deliveryFailure)
  const { path, deliveredPath } = made
  const { takenAt, bytes, rows, photoCount, auditSize, schema } = made.backup
  return {
    answer: {
      path: deliveredPath ?? path,
      localPath: path,
      takenAt,
      bytes,
      rows,
      photos: photoCount,
      auditSize,
      schema,
    },
    text: [path, deliveredPath].filter((one) => one !== null).join('\n'),
  }
}

/** Opens a backup at a temporary place, checks everything in it, and leaves nothing behind. */
export async function verifyBackup(words: string[], options: CommandOptions): Promise<Answer> {
  const [what, path] = words
  if (what !== 'backup' || path === undefined) throw new UsageError('verify backup BACKUP')
  const workshop = mkdtempSync(join(tmpdir(), 'chenxun-verify-'))
  try {
    const found = await createBackupJobs().verify({ path: fromWhereTheyStood(path), key: keyOf(options), workshop })
    const { takenAt, schema, audit, counts, photoCount, signature } = found.backup
    const { lostPhotos } = found
    if (lostPhotos > 0) throw new AppError('conflict', 'backupPhotosLost')
    return {
      answer: { ok: true, takenAt, schema, audit, counts, photos: photoCount, signedBy: signature?.publicKey ?? null },
      text: `${new Date(takenAt).toISOString()} ${audit.size} ${audit.head}`,
    }
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** Into a folder without records; the console of that folder then starts with them. */
export async function restore(options: CommandOptions): Promise<Answer> {
  const { from, to } = options
  if (from === undefined || to === undefined) throw new UsageError('restore --from BACKUP --to DIR')
  const folder = prepareDataFolder(fromWhereTheyStood(to))
  const lock = await lockFolder(folder, 'command')
  const factory = createPortsFactory(folder)
  try {
    const backups = factory.backupsOf('own')
    const source = { path: fromWhereTheyStood(from), key: keyOf(options) }
    const { backup: found, lostPhotos } = await restoreIntoEmpty(
      backups,
      source,
      () => {
        // Now that the backup is good and in its place, and before the vault looks for its keys.
        const keys = join(dirname(source.path), KEY_COPY)
        if (existsSync(keys)) bringKeys({ from: keys, to: join(backups.places.folder, KEY_COPY) })
        return factory.portsOf('own')
      },
      OPERATOR_ACTOR,
    )
    return {
      answer: { restoredTo: found.takenAt, folder, counts: found.counts, photos: found.photoCount, lostPhotos },
      text: `${new Date(found.takenAt).toISOString()} ${folder}`,
    }
  } finally {
    await factory.close()
    await lock.release()
  }
}

/** Secrets come by file, so that no list of processes shows them. */
function keyOf(options: CommandOptions): string | undefined {
  const path = options.identity ?? options['passphrase-file']
  if (path === undefined) return undefined
  const text = readFileSync(fromWhereTheyStood(path), 'utf8')
  return options.identity === undefined ? text.replace(/\r?\n$/, '') : /AGE-SECRET-KEY-\S+/.exec(text)?.[0]
}
