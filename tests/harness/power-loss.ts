import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const TRACED = 'openat,pwrite64,write,writev,fsync,fdatasync,ftruncate,rename,unlink'
const SECTOR = 512

/** What a process did to the files of its folder and said on its standard output, in order. */
export type Step =
  | { kind: 'write'; path: string; offset: number | 'here'; bytes: Buffer }
  | { kind: 'truncate'; path: string; size: number }
  | { kind: 'create'; path: string; empties: boolean }
  | { kind: 'rename'; path: string; to: string }
  | { kind: 'unlink'; path: string }
  | { kind: 'sync'; path: string }
  | { kind: 'said'; text: string }

/** Runs a program under strace and reads what it wrote below `folder`. */
export async function traced(program: readonly string[], folder: string, log: string): Promise<Step[]> {
  const options = ['-f', '-qq', '-y', '-xx', '-s', '100000000', '-o', log, '-e', `trace=${TRACED}`]
  const child = spawn('strace', [...options, ...program], { stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout.resume()
  await new Promise((resolve) => child.once('close', resolve))
  return stepsIn(readFileSync(log, 'latin1'), folder)
}

function stepsIn(log: string, folder: string): Step[] {
  const begun = new Map<string, string>()
  const steps: Step[] = []
  for (const line of log.split('\n')) {
    const unfinished = /^(\d+) +(\w+\(.*) <unfinished \.\.\.>$/.exec(line)
    if (unfinished) {
      begun.set(unfinished[1] ?? '', unfinished[2] ?? '')
      continue
    }
    const resumed = /^(\d+) +<\.\.\. \w+ resumed>(.*)$/.exec(line)
    const call = resumed ? `${begun.get(resumed[1] ?? '')}${resumed[2]}` : line.replace(/^\d+ +/, '')
    const parts = /^(\w+)\((.*)\) += (\d+)/.exec(call)
    const step = parts && stepOf(parts[1] ?? '', (parts[2] ?? '').split(', '), folder)
    if (step) steps.push(step)
  }
  return steps
}

function stepOf(name: string, words: readonly string[], folder: string): Step | undefined {
  const [first = '', second = '', third = '', fourth = ''] = words
  if (name === 'write' && first.startsWith('1<')) return { kind: 'said', text: decoded(second).toString('utf8') }
  const path = within(folder, name === 'openat' ? second : first)
  if (path === undefined) return undefined
  if (name === 'openat') {
    return third.includes('O_CREAT') ? { kind: 'create', path, empties: third.includes('O_TRUNC') } : undefined
  }
  if (name === 'pwrite64') return { kind: 'write', path, offset: Number(fourth), bytes: decoded(second) }
  if (name === 'write') return { kind: 'write', path, offset: 'here', bytes: decoded(second) }
  if (name === 'ftruncate') return { kind: 'truncate', path, size: Number(second) }
  if (name === 'rename') return { kind: 'rename', path, to: within(folder, second) ?? '' }
  if (name === 'unlink') return { kind: 'unlink', path }
  if (name === 'fsync' || name === 'fdatasync') return { kind: 'sync', path }
  throw new Error(`a call that is not modelled: ${name}`)
}

/** Relative to the folder; undefined outside it and for what a power loss takes anyway. */
function within(folder: string, word: string): string | undefined {
  const path = relative(folder, decoded(/"([^"]*)"|<([^>]*)>/.exec(word)?.slice(1).find(Boolean) ?? '').toString())
  return path.startsWith('..') || path.endsWith('-shm') || path.startsWith('logs') ? undefined : path
}

function decoded(text: string): Buffer {
  return Buffer.from(text.replace(/^"|"$/g, '').replaceAll('\\x', ''), 'hex')
}

type Change = Extract<Step, { kind: 'write' | 'truncate' }>
type NameStep = Extract<Step, { kind: 'create' | 'rename' | 'unlink' }>

/** Content on the disk for good, and what the system had taken but not yet been made to write. */
interface Node {
  kept: Buffer
  pending: Change[]
}

interface Move {
  step: NameStep
  /** What the name stands for from then on, where it is created. */
  node: Node
}

/**
 * A disk as a crash may find it: content is for good after a sync of its file, names after a sync of their folder;
 * until then each 512-byte sector may or may not be there, in any order, and of the changes of names any first part.
 */
export class Disk {
  private readonly names = new Map<string, Node>()
  private readonly keptNames: Map<string, Node>
  private moves: Move[] = []
  private readonly ends = new Map<string, number>()

  constructor(folder: string) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      this.names.set(relative(folder, path), { kept: readFileSync(path), pending: [] })
    }
    this.keptNames = new Map(this.names)
  }

  take(step: Step): void {
    if (step.kind === 'said') return
    if (step.kind === 'write' || step.kind === 'truncate') this.change(step)
    else if (step.kind === 'sync') this.sync(step.path)
    else {
      const made = { step, node: this.names.get(step.path) ?? { kept: Buffer.alloc(0), pending: [] } }
      if (step.kind === 'create') this.ends.set(step.path, 0)
      if (step.kind === 'create' && step.empties) made.node.pending.push({ kind: 'truncate', path: step.path, size: 0 })
      move(this.names, made)
      this.moves.push(made)
    }
  }

  private change(step: Change): void {
    const node = this.names.get(step.path)
    if (!node) throw new Error(`${step.path} was never there`)
    if (step.kind === 'write' && step.offset === 'here') {
      const offset = this.ends.get(step.path) ?? 0
      this.ends.set(step.path, offset + step.bytes.length)
      node.pending.push({ ...step, offset })
    } else node.pending.push(step)
  }

  private sync(path: string): void {
    const node = this.names.get(path)
    if (node) {
      for (const change of node.pending) node.kept = changed(node.kept, change)
      node.pending = []
      return
    }
    const isIn = ({ step }: Move) => dirname(step.path) === (path || '.')
    for (const made of this.moves.filter(isIn)) move(this.keptNames, made)
    this.moves = this.moves.filter((made) => !isIn(made))
  }

  /** One of the images that a loss of power at this moment may leave. */
  writeImage(folder: string, random: () => number): void {
    const names = new Map(this.keptNames)
    for (const made of this.moves.slice(0, Math.floor(random() * (this.moves.length + 1)))) move(names, made)
    for (const [path, { kept, pending }] of names) {
      let content = kept
      for (const change of shuffled(pending.flatMap(sectorsOf), random)) {
        if (random() < 0.5) content = changed(content, change)
      }
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
  }
}

function move(names: Map<string, Node>, { step, node }: Move): void {
  if (step.kind === 'create') {
    if (!names.has(step.path)) names.set(step.path, node)
    return
  }
  names.delete(step.path)
  if (step.kind === 'rename') names.set(step.to, node)
}

function sectorsOf(change: Change): Change[] {
  if (change.kind === 'truncate') return [change]
  const sectors: Change[] = []
  const at = Number(change.offset)
  for (let from = 0; from < change.bytes.length; ) {
    const to = Math.min(change.bytes.length, from + SECTOR - ((at + from) % SECTOR))
    sectors.push({ ...change, offset: at + from, bytes: change.bytes.subarray(from, to) })
    from = to
  }
  return sectors
}

function changed(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') {
    return Buffer.concat([content.subarray(0, change.size)], change.size)
  }
  const at = Number(change.offset)
  const next = Buffer.concat([content], Math.max(content.length, at + change.bytes.length))
  change.bytes.copy(next, at)
  return next
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
  }
  return mixed
}
