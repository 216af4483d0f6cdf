import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { syncFile } from '../file-places.ts'
import { syncFolder, writeDurably } from '../write-durably.ts'

const FOLDER = 'damaged'
const MARK = 'unsettled.json'
/** The database goes last, so that its place tells whether the move was finished. */
const PARTS = ['-shm', '-wal', ''] as const
const Mark = z.object({ folder: z.string(), foundAt: z.int() })

export interface KeptAside {
  folder: string
  database: string
  foundAt: number
}

/**
 * Moves a damaged database and what belongs to it into a folder of its own; no connection may be open. A mark is written
 * first, so that neither a start cut short nor the next one takes the empty place for a new outlet.
 */
export function keepAside(path: string, workshop: string, at: number): KeptAside {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
  const name = freeName(join(workshop, FOLDER), stamp)
  mkdirSync(join(workshop, FOLDER, name), { recursive: true, mode: 0o700 })
  writeDurably(join(workshop, FOLDER, MARK), Buffer.from(JSON.stringify({ folder: name, foundAt: at })))
  return moveParts(path, join(workshop, FOLDER, name), at)
}

/** A damaged database that was set aside before and for which nothing has been brought back yet. */
export function findAside(path: string, workshop: string): KeptAside | undefined {
  const mark = join(workshop, FOLDER, MARK)
  if (!existsSync(mark)) return undefined
  const { folder: name, foundAt } = Mark.parse(JSON.parse(readFileSync(mark, 'utf8')))
  const folder = join(workshop, FOLDER, basename(name))
  const isMoved = existsSync(join(folder, basename(path)))
  if (isMoved && existsSync(path)) {
    rmSync(mark)
    return undefined
  }
  return moveParts(path, folder, foundAt)
}

/** `staged` takes the place, then the mark goes. */
export function putInPlace(staged: string, path: string, workshop: string): void {
  syncFile(staged)
  renameSync(staged, path)
  syncFolder(dirname(path))
  rmSync(join(workshop, FOLDER, MARK), { force: true })
}

export function salvagePath(folder: string): string {
  return join(folder, 'salvage.xlsx')
}

function moveParts(path: string, folder: string, foundAt: number): KeptAside {
  const database = join(folder, basename(path))
  for (const part of PARTS) if (existsSync(`${path}${part}`)) renameSync(`${path}${part}`, `${database}${part}`)
  syncFolder(folder)
  syncFolder(dirname(path))
  return { folder, database, foundAt }
}

function freeName(folder: string, wanted: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}-${count}`
    if (!existsSync(join(folder, name))) return name
  }
}
