import { isAbsolute, join } from 'node:path'
import type { demonstration } from '../../../shared/contract/demonstration.ts'
import { MOST_CLAUSES, MOST_MONTHS } from '../../../shared/contract/demonstration.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { readAwardRules } from '../awards/index.ts'
import { readChecklist } from '../checklists/index.ts'
import { type HandlersOf, type Preparation, prepared } from '../handlers.ts'
import { drillCards } from '../meetings/index.ts'
import { progressOf, watched } from '../watched.ts'
import { itemsByClause } from './clauses.ts'
import type { DemonstrationIn } from './demonstration-jobs.ts'
import type { WrittenFile } from './write-file.ts'

export type { DemonstrationJobs, DemonstrationTools } from './demonstration-jobs.ts'

type Wish = Pick<InputOf<typeof demonstration.preview>, 'from' | 'to' | 'clauses' | 'language'>
type WriteInput = InputOf<typeof demonstration.write>

export const demonstrationHandlers: HandlersOf<'demonstration'> = {
  clauses({ database }) {
    const { items } = readChecklist(database)
    const found = [...itemsByClause(items)].map(([clause, list]) => ({ clause, items: list.length }))
    const unmapped = items.filter(({ isOn, clauses = [] }) => isOn && clauses.length === 0).length
    return { clauses: found.slice(0, MOST_CLAUSES), unmapped }
  },

  async preview(call, wish) {
    const seen = await call.ports.demonstration.preview(inputOf(call, wish), { signal: call.signal })
    return { ...seen, folder: join(call.ports.backups.workshop, 'demonstration') }
  },

  write: prepared<WriteInput, WrittenFile, WrittenFile>({
    prepare(call, { watchId, folder, format, ...wish }) {
      if (!isAbsolute(folder)) throw new AppError('invalid-input', 'demonstrationFolderNotAbsolute')
      return watched(call.ports.demonstration, call, watchId, (watch) =>
        call.ports.demonstration.write({ ...inputOf(call, wish), folder, format }, watch),
      )
    },
    run(call, { from, to, format }, written) {
      const { bytes, photos, gaps } = written
      call.changed({
        record: 'demonstration',
        uid: `${from}/${to}`,
        before: null,
        after: { format, bytes, photos, gaps },
      })
      return written
    },
  }),

  progress: (call, { watchId }) => progressOf(call.ports.demonstration, watchId),
}

function inputOf(
  { ports, database: records, now, today }: Preparation,
  { from, to, clauses, language }: Wish,
): DemonstrationIn {
  if (to < from || monthsApart(from, to) >= MOST_MONTHS) throw new AppError('invalid-input', 'demonstrationPeriod')
  if (clauses === null && itemsByClause(readChecklist(records).items).size === 0) {
    throw new AppError('not-allowed-now', 'demonstrationNoClauses')
  }
  const { database, files } = ports.backups.places
  const cardNames = drillCards(ports.content).map(({ id, zh, en }): [string, string] => [
    id,
    language === 'en' ? en : zh,
  ])
  const awardNames = readAwardRules(ports.content).kinds.map(({ id, zh, en }): [string, string] => [
    id,
    language === 'en' ? en : zh,
  ])
  return { database, files, wish: { from, to, clauses, language }, now, today, cardNames, awardNames }
}

function monthsApart(from: string, to: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  return count(to) - count(from)
}
