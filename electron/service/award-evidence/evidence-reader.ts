import type {
  EvidenceFigure,
  EvidenceRecord,
  EvidenceSubject,
  KnownSource,
} from '../../../shared/contract/award-evidence.ts'
import type { Call } from '../handlers.ts'
import type { StaffMember } from '../people/index.ts'

/** Who a record is about; of a team each member is asked about. */
export type ReaderSubject = Exclude<EvidenceSubject['kind'], 'team'>

/** Whose records of which days; `staff` is null where it is the outlet itself. */
export interface Scope {
  call: Call
  staff: StaffMember | null
  from: string
  to: string
  /** UTC milliseconds: the first of `from`, and the first after `to`. */
  start: number
  end: number
  zone: string
  /** In lower case; empty where nothing is looked for. */
  words: string
  limit: number
  /** Those asked for. */
  sources: ReadonlySet<KnownSource>
}

/** Reads what one kind of record holds, by an index, newest first. */
export interface EvidenceReader {
  /** Any of these asked for asks the reader. */
  sources: readonly KnownSource[]
  subjects: readonly ReaderSubject[]
  /** Its figure is counted over at most so many days. */
  mostDays?: number
  records?(scope: Scope): EvidenceRecord[]
  /** One figure of the whole period for each source that was asked for and has any. */
  totals?(scope: Scope): { source: KnownSource; figure: EvidenceFigure }[]
}

export const BLANK: Omit<EvidenceRecord, 'source' | 'record' | 'on' | 'fact'> = {
  within: null,
  no: null,
  round: null,
  severity: null,
  name: null,
  words: null,
  by: null,
  figure: null,
  whose: null,
}

/** Null parts where nothing was counted. */
export function rate(part: number, of: number): EvidenceFigure {
  return { unit: 'rate', value: of > 0 ? part / of : null, part, of }
}

export function count(value: number): EvidenceFigure {
  return { unit: 'count', value, part: null, of: null }
}

/** The first of a reader's sources that was asked for. */
export function askedOf(reader: Pick<EvidenceReader, 'sources'>, { sources }: Scope): KnownSource {
  return reader.sources.find((source) => sources.has(source)) ?? (reader.sources[0] as KnownSource)
}
