import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { placeOfFile, syncFile } from '../file-places.ts'
import { pictureOf, type ReportPhoto, renderHtml } from '../reports/index.ts'
import { writeCsv } from '../spreadsheets/csv.ts'
import { syncFolder } from '../write-durably.ts'
import { clauseSections, firstSections } from './build-pages.ts'
import type { ClauseFile, TaskProof } from './collect-proof.ts'
import type { DemonstrationTools, Made, WriteIn } from './demonstration-jobs.ts'
import { step, type Watch } from './watch.ts'

export interface WrittenFile {
  path: string
  bytes: number
  photos: number
  photosLeftOut: number
  gaps: number
}

const UNFINISHED = '.part'
const MOST_NAMES = 1000
/** Folder names stay short enough for Windows, whatever a clause is called. */
const LONGEST_NAME = 60

/**
 * One folder for each clause with its page, its answers as a list and its photos, or all of it as one PDF. It is put
 * together beside its place and renamed when it is whole, so a cancelled or failed one leaves nothing.
 */
export async function writeFile(
  { folder, format, files }: WriteIn,
  made: Made,
  tools: DemonstrationTools,
  watch: Watch,
): Promise<WrittenFile> {
  if (!existsSync(folder)) makeFolder(folder)
  const { frame, file } = made
  const stem = safeName([frame.outletCode, frame.title, frame.month].join('_'))
  const target = freePlace(folder, stem, format === 'pdf' ? '.pdf' : '')
  const workplace = `${target}${UNFINISHED}`
  rmSync(workplace, { recursive: true, force: true })
  try {
    mkdirSync(workplace, { mode: 0o700 })
    const photos = await writePhotos(made, files, workplace, tools, watch)
    step(watch, 'writing')
    if (format === 'pdf') {
      const page = join(workplace, 'whole.html')
      const printed = join(workplace, 'whole.pdf')
      writeFileSync(page, wholePage(made, photos))
      step(watch, 'printing')
      await tools.print(page, printed, watch)
      syncFile(printed)
      step(watch, 'printing')
      renameSync(printed, target)
      rmSync(workplace, { recursive: true, force: true })
    } else {
      writePages(made, photos, workplace, watch)
      step(watch, 'writing')
      renameSync(workplace, target)
    }
    syncFolder(folder)
    const bytes = format === 'pdf' ? statSync(target).size : photos.bytes + sizeOfPages(made, target)
    return { path: target, bytes, photos: photos.count, photosLeftOut: file.photosLeftOut, gaps: file.gaps.length }
  } catch (error) {
    rmSync(workplace, { recursive: true, force: true })
    throw error
  }
}

interface WrittenPhotos {
  /** By clause and hash: the picture with its place from the root of the file. */
  places: Map<string, ReportPhoto>
  /** Different photos. */
  count: number
  bytes: number
}

async function writePhotos(
  { file }: Made,
  files: string,
  workplace: string,
  tools: DemonstrationTools,
  watch: Watch,
): Promise<WrittenPhotos> {
  const wanted = file.clauses.flatMap((clause, index) => photosOf(clause).map((photo) => ({ ...photo, clause, index })))
  const byHash = new Map<string, typeof wanted>()
  for (const one of wanted) byHash.set(one.hash, [...(byHash.get(one.hash) ?? []), one])
  const hashes = [...byHash.keys()].filter((hash) => existsSync(placeOfFile(files, hash)))
  const written: WrittenPhotos = { places: new Map(), count: 0, bytes: 0 }
  const waiting = [...hashes]
  const lane = async () => {
    for (let hash = waiting.shift(); hash !== undefined; hash = waiting.shift()) {
      step(watch, 'photos', written.count, hashes.length)
      const small = await tools.shrink(readFileSync(placeOfFile(files, hash)))
      written.count++
      for (const { clause, index, name } of byHash.get(hash) ?? []) {
        writePhoto(small, `${index}/${hash}`, { folder: folderOf(clause, index), name }, workplace, written)
      }
    }
  }
  const stopAll = (error: unknown) => {
    waiting.length = 0
    throw error
  }
  const lanes = await Promise.allSettled(Array.from({ length: tools.lanes }, () => lane().catch(stopAll)))
  for (const one of lanes) if (one.status === 'rejected') throw one.reason
  return written
}

function writePhoto(
  bytes: Uint8Array,
  key: string,
  { folder, name }: { folder: string; name: string },
  workplace: string,
  written: WrittenPhotos,
): void {
  const picture = pictureOf(bytes)
  if (!picture || written.places.has(key)) return
  const place = `${folder}/photos/${name}.${picture.kind}`
  mkdirSync(join(workplace, folder, 'photos'), { recursive: true, mode: 0o700 })
  writeFileSync(join(workplace, place), bytes)
  written.bytes += bytes.length
  written.places.set(key, { ...picture, bytes: new Uint8Array(), link: place })
}

/** Names say the task and the side, so that a photo is found again without its page. */
function photosOf({ tasks }: ClauseFile): { hash: string; name: string }[] {
  return tasks.flatMap(({ no, before, after }) => [
    ...before.map((hash, at) => ({ hash, name: safeName(`${no}-before-${at + 1}`) })),
    ...after.map((hash, at) => ({ hash, name: safeName(`${no}-after-${at + 1}`) })),
  ])
}

/** `isInside`: links from the clause's own folder rather than from the root. */
function photoFinder({ places }: WrittenPhotos, index: number, isInside: boolean) {
  return (_task: TaskProof, _side: string, hash: string): ReportPhoto[] => {
    const photo = places.get(`${index}/${hash}`)
    if (!photo) return []
    return [isInside ? { ...photo, link: photo.link?.slice(photo.link.indexOf('/') + 1) } : photo]
  }
}

function wholePage({ file, frame, ground }: Made, photos: WrittenPhotos): string {
  const sections = [
    ...firstSections(file, ground),
    ...file.clauses.flatMap((clause, index) =>
      clauseSections(clause, { ...ground, photoOf: photoFinder(photos, index, false) }).map((section, place) => ({
        ...section,
        heading: `${place === 0 ? `${index + 1}. ` : ''}${clause.clause} · ${section.heading}`,
        startsPage: place === 0,
      })),
    ),
  ]
  return renderHtml({ ...frame, sections })
}

function writePages({ file, frame, ground }: Made, photos: WrittenPhotos, workplace: string, watch: Watch): void {
  const { t } = ground
  const first = join(workplace, firstPageName(t('demonstration.firstPage')))
  writeFileSync(first, renderHtml({ ...frame, sections: firstSections(file, ground) }))
  syncFile(first)
  for (const [index, clause] of file.clauses.entries()) {
    step(watch, 'writing', index, file.clauses.length)
    const folder = join(workplace, folderOf(clause, index))
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const sections = clauseSections(clause, { ...ground, photoOf: photoFinder(photos, index, true) })
    const title = `${frame.title} · ${index + 1}. ${clause.clause}`
    writeFileSync(join(folder, firstPageName(t('demonstration.clausePage'))), renderHtml({ ...frame, title, sections }))
    writeFileSync(join(folder, `${safeName(t('demonstration.answersFile'))}.csv`), answersCsv(clause, ground))
  }
}

/** Every answer that a figure counts. */
function answersCsv({ answers, items }: ClauseFile, { t, language, roundNames }: Made['ground']): Uint8Array {
  const wordings = new Map(items.map((item) => [item.no, language === 'en' && item.en !== '' ? item.en : item.zh]))
  const head = ['day', 'round', 'item', 'answer', 'by', 'note', 'taskNo'] as const
  return writeCsv([
    head.map((column) => t(`demonstration.column.${column}`)),
    ...answers.map(({ on, roundNo, itemNo, value, by, note, taskNo }) => [
      on,
      roundNames.get(roundNo) ?? String(roundNo),
      wordings.get(itemNo) ?? '',
      t(`patrols.answersFull.${value}`),
      by,
      note,
      taskNo,
    ]),
  ])
}

function sizeOfPages({ file, ground: { t } }: Made, root: string): number {
  const pages = file.clauses.flatMap((clause, index) => [
    join(root, folderOf(clause, index), firstPageName(t('demonstration.clausePage'))),
    join(root, folderOf(clause, index), `${safeName(t('demonstration.answersFile'))}.csv`),
  ])
  return [join(root, firstPageName(t('demonstration.firstPage'))), ...pages].reduce(
    (sum, path) => sum + statSync(path).size,
    0,
  )
}

function firstPageName(name: string): string {
  return `${safeName(name)}.html`
}

function folderOf({ clause }: ClauseFile, index: number): string {
  return `${String(index + 1).padStart(2, '0')}_${safeName(clause)}`
}

/** Nothing a file system refuses, and no `#` or `%`, which a link would read as its own. */
function safeName(text: string): string {
  return text
    .replaceAll(/[\\/:*?"<>|#%\s]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/[.-]+$/, '')
}

/** An earlier file of the same name stays: the new one gets a number. */
function freePlace(folder: string, stem: string, ending: string): string {
  for (let number = 1; number <= MOST_NAMES; number++) {
    const place = join(folder, `${stem}${number === 1 ? '' : `_${number}`}${ending}`)
    if (!existsSync(place)) return place
  }
  throw new AppError('conflict', 'demonstrationNameTaken')
}

/** The folder above must be there: a missing disk is not replaced by an empty folder of its name. */
function makeFolder(folder: string): void {
  if (!existsSync(join(folder, '..'))) throw new AppError('storage-unavailable', 'demonstrationFolderMissing')
  mkdirSync(folder, { mode: 0o700 })
}
