import { z } from 'zod'
import { BackupTarget, DrillResult } from '../../../shared/contract/backups.ts'
import type { Call } from '../handlers.ts'
import { readSetting, writeSetting } from '../settings/index.ts'

type WithDatabase = Pick<Call, 'database'>

export const readTarget = ({ database }: WithDatabase) =>
  readSetting(database, 'backups.target', BackupTarget.nullable().default(null))
export const writeTarget = ({ database }: WithDatabase, target: BackupTarget | null) =>
  writeSetting(database, 'backups.target', target)

export const readDrill = ({ database }: WithDatabase) =>
  readSetting(database, 'backups.drill', DrillResult.nullable().default(null))
export const writeDrill = ({ database }: WithDatabase, result: DrillResult) =>
  writeSetting(database, 'backups.drill', result)

/** The backup of what stood before the last restore. */
export const readUndo = ({ database }: WithDatabase) =>
  readSetting(database, 'backups.undo', z.string().nullable().default(null))
export const writeUndo = ({ database }: WithDatabase, id: string | null) => writeSetting(database, 'backups.undo', id)

/** About this machine and its copies, not about the outlet: a restore leaves them as they are. */
export const KEPT_SETTINGS = "key LIKE 'database.%' OR key LIKE 'backups.%'"
