import type { ClauseProof, DemonstrationFormat, DemonstrationGap } from '../../../shared/contract/demonstration.ts'
import { businessDay, formatClock, minuteOfDay } from '../../../shared/domain/business-day.ts'
import type { Language } from '../../../shared/messages/language.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { checkpointCode } from '../audit/index.ts'
import { listRounds } from '../checklists/index.ts'
import { openDatabase } from '../database/open-database.ts'
import { findOutlet } from '../people/index.ts'
import { type ReportDocument, renderHtml } from '../reports/index.ts'
import { readZone } from '../settings/index.ts'
import { firstSections, type PageGround } from './build-pages.ts'
import { collectProof, type Demonstration, type ProofWish } from './collect-proof.ts'
import { step, type Watch } from './watch.ts'
import { type WrittenFile, writeFile } from './write-file.ts'

/** What a file is made from: paths of the records, and when it is made. */
export interface DemonstrationIn {
  /** Path of the live database, which is only read. */
  database: string
  /** Folder of the photos by their hash. */
  files: string
  wish: ProofWish
  now: number
  today: string
  /** Names of the drill cards by their id. */
  cardNames: [string, string][]
  /** Names of the awards by their kind. */
  awardNames: [string, string][]
}

export interface WriteIn extends DemonstrationIn {
  /** Where the file or folder goes. */
  folder: string
  format: DemonstrationFormat
}

export interface DemonstrationSeen {
  title: string
  html: string
  gaps: DemonstrationGap[]
  clauses: ClauseProof[]
  photos: number
  photosLeftOut: number
}

/** Everything that takes longer than a moment; a host runs it in a thread, so what goes in and out is plain data. */
export interface DemonstrationJobs {
  preview(input: DemonstrationIn, watch?: Watch): Promise<DemonstrationSeen>
  /** All of it under its final name, or nothing. */
  write(input: WriteIn, watch?: Watch): Promise<WrittenFile>
}

/** What a host brings along. */
export interface DemonstrationTools {
  /** How many photos it shrinks at once. */
  lanes: number
  /** A JPEG with fewer pixels; others as they are. */
  shrink(bytes: Uint8Array): Promise<Uint8Array>
  /** Prints a page that lies on the disk, with the pictures beside it. */
  print(page: string, to: string, watch: Watch): Promise<void>
}

export function createDemonstrationJobs(tools: DemonstrationTools): DemonstrationJobs {
  return {
    async preview(input, watch = {}) {
      step(watch, 'reading')
      return reading(input, (file, frame, ground) => ({
        title: frame.title,
        html: renderHtml({ ...frame, sections: firstSections(file, ground) }),
        gaps: file.gaps,
        clauses: file.clauses.map(({ proof }) => proof),
        photos: file.photos,
        photosLeftOut: file.photosLeftOut,
      }))
    },
    async write(input, watch = {}) {
      step(watch, 'reading')
      const made = reading(input, (file, frame, ground) => ({ file, frame, ground }))
      return writeFile(input, made, tools, watch)
    },
  }
}

/** The frame of every page: who, when, and the code of the chain's end. */
export type Frame = Omit<ReportDocument, 'sections'>
export interface Made {
  file: Demonstration
  frame: Frame
  ground: PageGround
}

/** Reads one state of the records through a connection of its own. */
function reading<T>(input: DemonstrationIn, make: (file: Demonstration, frame: Frame, ground: PageGround) => T): T {
  const database = openDatabase(input.database, { readonly: true })
  try {
    database.exec('BEGIN')
    const { wish, now, today } = input
    const t = translatorFor(wish.language)
    const zone = readZone(database)
    const file = collectProof(database, wish, today)
    const outlet = findOutlet(database)
    const span = wish.from === wish.to ? wish.from : t('demonstration.span', { from: wish.from, to: wish.to })
    const frame: Frame = {
      kind: 'demonstration',
      language: wish.language,
      title: t('demonstration.title'),
      outlet: outlet?.name ?? '',
      outletCode: outlet?.code ?? '',
      month: span,
      period: today.slice(0, 7) > wish.to ? span : t('reports.unfinished', { month: span, today }),
      printedAt: `${businessDay(now, zone)} ${formatClock(minuteOfDay(now, zone))}`,
      auditCode: checkpointCode(database),
      isLandscape: false,
      hasTyped: false,
    }
    const roundNames = new Map(listRounds(database).map((round) => [round.no, nameOf(round, wish.language)]))
    const names = { roundNames, cardNames: new Map(input.cardNames), awardNames: new Map(input.awardNames) }
    return make(file, frame, {
      ...{ t, language: wish.language, zone, outlet: frame.outlet },
      ...names,
      photoOf: () => [],
    })
  } finally {
    database.close()
  }
}

function nameOf({ zh, en }: { zh: string; en: string }, language: Language): string {
  return language === 'en' ? en : zh
}
