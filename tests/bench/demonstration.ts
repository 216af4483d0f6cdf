import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import encode from '@jsquash/jpeg/encode.js'
import { findRunning } from '../../electron/hosts/folder-lock.ts'
import { startPhotoCodec } from '../../electron/hosts/ports/photo-shrinker.ts'
import { MOST_PHOTOS } from '../../shared/contract/demonstration.ts'
import type { Client } from '../../shared/contract/index.ts'
import { type Result, result } from './result.ts'

const CLAUSES = 20
const PHOTOS_A_TASK = 5
const WIDTH = 1600
const HEIGHT = 1200
const YEAR = { from: '2025-12', to: '2026-11' }

/** The folder of a year with as many photos as a file takes, each of the size the screen stores. */
export async function demonstrationFigures(folder: string, client: Client): Promise<Result[]> {
  const operator = (await findRunning(folder))?.client
  if (!operator) throw new Error('no running console')
  const { items } = await client.checklists.current({})
  const mapped = items.filter(({ isOn, rounds }) => isOn && rounds.length > 0).slice(0, CLAUSES)
  for (const [index, item] of mapped.entries()) {
    const { id, version: _version, isOn: _isOn, isOwn: _isOwn, ...wording } = item
    await client.checklists.rewordItem({ id, wording: { ...wording, clauses: [`GB/T 32320-2015 5.${index + 1}`] } })
  }
  const photo = await photoOfNoise()
  for (let made = 0; made < MOST_PHOTOS; made += PHOTOS_A_TASK) {
    const photos: string[] = []
    for (let one = 0; one < PHOTOS_A_TASK; one++) {
      // What follows a picture's end is no part of it, but makes another file of it.
      const file = new Blob([photo as Uint8Array<ArrayBuffer>, String(made + one)], { type: 'image/jpeg' })
      photos.push((await client.attachments.put({ file })).hash)
    }
    const { id: item = null } = mapped[(made / PHOTOS_A_TASK) % mapped.length] ?? {}
    await client.rectifications.open({
      ...{ source: 'self-report', description: `bench ${made}`, severity: 'minor', zone: null, item, photos },
      ...{ ownerUid: null, queue: 'lobby-manager' },
    })
  }
  const out = mkdtempSync(join(tmpdir(), 'chenxun-bench-proof-'))
  try {
    const wish = { ...YEAR, clauses: null, language: 'zh-CN', folder: out, format: 'folder' } as const
    const startedAt = performance.now()
    const { bytes, photos } = await operator.demonstration.write(wish)
    const seconds = (performance.now() - startedAt) / 1000
    if (photos !== MOST_PHOTOS) throw new Error(`${photos} photos`)
    return [
      result('demonstration file of a year, 500 photos', seconds, 0, 30, 'ours', 's'),
      result('demonstration file of a year, its size', bytes / 1e6, 0, 60, 'ours', 'MB'),
    ]
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** A photo with some noise in it: half a megabyte. */
async function photoOfNoise(): Promise<Uint8Array> {
  await startPhotoCodec()
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4)
  let seed = 7
  for (let at = 0; at < data.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    const [x, y] = [(at >> 2) % WIDTH, Math.floor((at >> 2) / WIDTH)]
    data[at] = 128 + 80 * Math.sin(x / 37 + (at & 3)) * Math.cos(y / 23) + ((seed >> 16) % 24)
  }
  return new Uint8Array(await encode({ data, width: WIDTH, height: HEIGHT } as never, { quality: 85, baseline: true }))
}
