import type { Database } from 'better-sqlite3'
import type { MissingSince } from '../../../shared/contract/backups.ts'
import { addDays, businessDay } from '../../../shared/domain/business-day.ts'

interface Since {
  takenAt: number
  auditSize: number
  zone: string
}

/** Each by an index or over a small table: a round cannot be answered on a day before its own. */
const COUNTS: Record<MissingSince[number]['kind'], string> = {
  rounds: 'SELECT count(*) FROM patrol WHERE "on" >= @dayBefore AND submitted_at > @takenAt',
  answers: `SELECT count(*) FROM patrol JOIN patrol_answer ON patrol_id = id
    WHERE "on" >= @dayBefore AND opened_at + at > @takenAt`,
  tasks: 'SELECT count(*) FROM rectification WHERE entered_at > @takenAt',
  people: 'SELECT count(*) FROM staff WHERE created_at > @takenAt',
  photos: 'SELECT count(*) FROM attachment WHERE added_at > @takenAt',
  imports: 'SELECT count(*) FROM import_run WHERE at > @takenAt',
  changes: 'SELECT count(*) FROM audit_entry WHERE sequence > @auditSize',
}
const LATEST_CORRECTION_DAYS = 40

/** What a restore of that backup would take away, by kind; kinds that cannot be read are left out. */
export function countMissingSince(database: Database, { takenAt, auditSize, zone }: Since): MissingSince {
  const dayBefore = addDays(businessDay(takenAt, zone), -LATEST_CORRECTION_DAYS)
  return (Object.keys(COUNTS) as (keyof typeof COUNTS)[]).flatMap((kind) => {
    try {
      const statement = database.prepare(COUNTS[kind]).pluck()
      return [{ kind, count: Number(statement.get({ takenAt, auditSize, dayBefore })) }]
    } catch {
      return []
    }
  })
}
