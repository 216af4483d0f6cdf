import { saveFile } from '../services/save-file.ts'

const SCALE = 2

/** Draws the chart's SVG onto a canvas twice its size and hands it over as a PNG file. */
export async function savePicture(svg: SVGSVGElement, fileName: string, background: string): Promise<void> {
  const { width, height } = svg.getBoundingClientRect()
  const source = new XMLSerializer().serializeToString(svg)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const context = canvas.getContext('2d')
  if (!context) return
  context.fillStyle = background
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob) saveFile(blob, fileName)
}
