import { MAX_PHOTO_BYTES } from '../../../shared/contract/attachments.ts'

const LONGEST_SIDE = 1600
const QUALITIES = [0.85, 0.7, 0.5]

/** A JPEG of at most 1600 px a side; drawing it anew leaves place and camera out. Rejects what no browser can show. */
export async function shrinkPhoto(source: Blob): Promise<Blob> {
  const picture = await createImageBitmap(source, { imageOrientation: 'from-image' })
  try {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, fitInto(picture, LONGEST_SIDE))
    const context = canvas.getContext('2d')
    if (!context) throw new Error('No canvas')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (const quality of QUALITIES) {
      const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
      if (jpeg && jpeg.size <= MAX_PHOTO_BYTES) return jpeg
    }
    throw new Error('Too large')
  } finally {
    picture.close()
  }
}

export function fitInto({ width, height }: { width: number; height: number }, longest: number) {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
