import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import decode, { init as initDecoder } from '@jsquash/jpeg/decode.js'
import encode, { init as initEncoder } from '@jsquash/jpeg/encode.js'
import { appRoot } from './app-root.ts'

const CODECS = join('resources', 'photo-codec')
/** Pixels on the longer side: two stand side by side on A4, at some 190 to the inch. */
const LONGEST_SIDE = 640
const QUALITY = 72
/** What is smaller already stays as it is. */
const SMALL_BYTES = 60_000

/** Of the runtime; the typings of Node leave it to the browser's. */
declare const WebAssembly: { Module: new (bytes: Uint8Array) => never }

interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** The codec makes its pictures by this name, which Node does not have. */
class PlainImageData implements Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}

/** Shrinks JPEGs to what a printed page needs. Other pictures, small ones and what cannot be read stay as they are. */
export function createPhotoShrinker(): (bytes: Uint8Array) => Promise<Uint8Array> {
  let ready: Promise<void> | undefined
  return async (bytes) => {
    if (bytes.length <= SMALL_BYTES || bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes
    ready ??= startPhotoCodec()
    await ready
    try {
      const pixels = (await decode(Uint8Array.from(bytes).buffer)) as Pixels
      const small = averaged(pixels, LONGEST_SIDE)
      const jpeg = new Uint8Array(
        await encode(small as never, { quality: QUALITY, baseline: true, progressive: false }),
      )
      return jpeg.length < bytes.length ? jpeg : bytes
    } catch {
      return bytes
    }
  }
}

/** The codec of the package, started from the files the program ships. */
export async function startPhotoCodec(): Promise<void> {
  Object.assign(globalThis, { ImageData: PlainImageData })
  const codec = async (name: string) => new WebAssembly.Module(readFileSync(join(appRoot(), CODECS, `${name}.wasm`)))
  await initDecoder(await codec('mozjpeg_dec'))
  await initEncoder(await codec('mozjpeg_enc'))
}

/** Each pixel is the mean of those it stands for; nothing is made larger. */
export function averaged({ data, width, height }: Pixels, longest: number): Pixels {
  const scale = Math.max(1, Math.max(width, height) / longest)
  if (scale === 1) return new PlainImageData(data, width, height)
  const newWidth = Math.max(1, Math.round(width / scale))
  const newHeight = Math.max(1, Math.round(height / scale))
  const out = new Uint8ClampedArray(newWidth * newHeight * 4)
  const edges = Array.from({ length: newWidth + 1 }, (_, x) => Math.floor((x * width) / newWidth))
  for (let y = 0, at = 0; y < newHeight; y++) {
    const top = Math.floor((y * height) / newHeight)
    const bottom = Math.floor(((y + 1) * height) / newHeight)
    for (let x = 0; x < newWidth; x++, at += 4) {
      const left = edges[x] ?? 0
      const right = edges[x + 1] ?? 0
      let red = 0
      let green = 0
      let blue = 0
      for (let row = top; row < bottom; row++) {
        const end = (row * width + right) * 4
        for (let from = (row * width + left) * 4; from < end; from += 4) {
          red += data[from] ?? 0
          green += data[from + 1] ?? 0
          blue += data[from + 2] ?? 0
        }
      }
      const area = (bottom - top) * (right - left)
      out[at] = red / area
      out[at + 1] = green / area
      out[at + 2] = blue / area
      out[at + 3] = 255
    }
  }
  return new PlainImageData(out, newWidth, newHeight)
}
