import type { Call } from '../handlers.ts'
import type { ReportPhoto } from './report-model.ts'

/** JPEG frames that carry the size; the gaps are tables and markers of other use. */
const JPEG_FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
const PNG = [0x89, 0x50, 0x4e, 0x47]

/** Kind and size in pixels from the bytes themselves; nothing for what is neither JPEG nor PNG, or broken. */
export function pictureOf(bytes: Uint8Array): ReportPhoto | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (PNG.every((byte, index) => bytes[index] === byte) && bytes.length >= 24) {
    return sized({ bytes, kind: 'png', width: view.getUint32(16), height: view.getUint32(20) })
  }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (JPEG_FRAMES.has(marker)) {
      return sized({ bytes, kind: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) })
    }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

function sized(photo: ReportPhoto): ReportPhoto | undefined {
  return photo.width > 0 && photo.height > 0 ? photo : undefined
}

/** A photo by its hash; nothing where it is gone, or where no Word file can hold its form. */
export function photoOf(call: Pick<Call, 'ports'>, hash: string): ReportPhoto[] {
  const bytes = call.ports.files.get(hash)
  const picture = bytes && pictureOf(bytes)
  return picture ? [picture] : []
}
