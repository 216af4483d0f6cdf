import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import encode from '@jsquash/jpeg/encode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemonstrationThread } from '../../electron/hosts/ports/demonstration-thread.ts'
import { averaged, createPhotoShrinker, startPhotoCodec } from '../../electron/hosts/ports/photo-shrinker.ts'
import { pictureOf } from '../../electron/service/reports/index.ts'
import { createTestPorts } from '../harness/test-ports.ts'
import { startTestOutlet } from '../harness/test-service.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A photo of noise, the hardest to shrink. */
async function photo(width: number, height: number): Promise<Uint8Array> {
  await startPhotoCodec()
  const data = new Uint8ClampedArray(width * height * 4)
  let seed = 1
  for (let at = 0; at < data.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    data[at] = ((at / width) % 200) + ((seed >> 16) % 40)
  }
  return new Uint8Array(await encode({ data, width, height } as never, { quality: 85, baseline: true }))
}

describe('photos of the demonstration file', () => {
  it('carries the codec of its package', () => {
    for (const name of ['dec', 'enc']) {
      const file = `mozjpeg_${name}.wasm`
      const shipped = readFileSync(join(ROOT, 'resources/photo-codec', file))
      expect(shipped.equals(readFileSync(join(ROOT, 'node_modules/@jsquash/jpeg/codec', name, file)))).toBe(true)
    }
  })

  it('shrinks a photo to the pixels a page needs, and leaves alone what is small, broken or no JPEG', async () => {
    const shrink = createPhotoShrinker()
    const large = await photo(1600, 1200)
    const small = await shrink(large)
    expect(pictureOf(small)).toMatchObject({ kind: 'jpg', width: 640, height: 480 })
    expect(small.length).toBeLessThan(120_000)
    expect(small.length).toBeLessThan(large.length / 2)
    for (const bytes of [
      Uint8Array.of(0xff, 0xd8, 1, 2, 3),
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, ...new Uint8Array(70_000)),
      Uint8Array.of(0xff, 0xd8, ...new Uint8Array(70_000)),
    ]) {
      expect(await shrink(bytes)).toBe(bytes)
    }
  })

  it('takes the mean of the pixels that one stands for', () => {
    const data = Uint8ClampedArray.from([0, 10, 20, 255, 100, 30, 40, 255, 0, 50, 60, 255, 100, 70, 80, 255])
    expect([...averaged({ data, width: 2, height: 2 }, 1).data]).toEqual([50, 40, 50, 255])
  })
})

describe('the thread of demonstration files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-test-'))
  const ports = createTestPorts(join(folder, 'chenxun.db'))
  const thread = createDemonstrationThread()
  beforeAll(async () => {
    const outlet = await startTestOutlet(ports)
    const head = outlet.as('outlet-head')
    const { items } = await head.checklists.current({})
    for (const item of items.slice(0, 2)) {
      const { id, version: _v, isOn: _o, isOwn: _w, ...wording } = item
      await head.checklists.rewordItem({ id, wording: { ...wording, clauses: [`GB ${id}`] } })
    }
  })
  afterAll(async () => {
    await thread.close()
    ports.database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const input = () => ({
    ...{ database: ports.backups.places.database, files: ports.backups.places.files },
    ...{ wish: { from: '2026-11', to: '2026-11', clauses: null, language: 'en' as const } },
    ...{ now: ports.clock.now(), today: '2026-11-23', cardNames: [], awardNames: [], folder: join(folder, 'proof') },
  })

  it('prints all of it as one PDF, and leaves nothing beside it', async () => {
    const stages: string[] = []
    const { path, bytes } = await thread.jobs.write(
      { ...input(), format: 'pdf' },
      { onProgress: ({ stage }) => stages.push(stage) },
    )
    const pdf = readFileSync(path)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBe(bytes)
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(3)
    expect(readdirSync(join(folder, 'proof'))).toHaveLength(1)
    expect(stages).toContain('printing')
  })

  it('stops when it is asked to, and goes on with the next one', async () => {
    const stop = new AbortController()
    const stopped = thread.jobs.write(
      { ...input(), format: 'pdf' },
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    const next = thread.jobs.write({ ...input(), format: 'folder' })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync((await next).path)).toHaveLength(3)
    expect(readdirSync(join(folder, 'proof')).filter((name) => name.includes('.part'))).toEqual([])
  })
})
