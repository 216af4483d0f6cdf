import { MAX_PHOTO_BYTES } from '../../../shared/contract/attachments.ts'

const LONGEST_SIDE = 1600
const QUALITIES = [0.85, 0.7, 0.5]

/** A JPEG of at most 1600 pixels a side; drawing it anew leaves place and camera out. Rejects what is no picture. */
export async function shrinkPhoto(source: Blob): Promise<Blob> {
  const picture = await createImageBitmap(source)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('No canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  for (const quality of QUALITIES) {
    const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (jpeg && jpeg.size <= MAX_PHOTO_BYTES) return jpeg
  }
  throw new Error('Too large')
}
