import type { Migration } from '../migration.ts'
import { outletAndPeople } from './0010-outlet-and-people.ts'

/** Append only. A shipped migration is never edited, renamed or removed. */
export const migrations: readonly Migration[] = [outletAndPeople]
