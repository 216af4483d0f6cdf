import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { MAX_TEMPLATE_BYTES } from '../../../shared/contract/award-papers.ts'
import { AppError } from '../../../shared/errors.ts'

const DOCUMENT = 'word/document.xml'
/** A template of two megabytes that opens to more than this was made to harm. */
const MOST_INFLATED_BYTES = 40_000_000
const HALF_A_TAG = ['unopened_tag', 'unclosed_tag', 'duplicate_open_tag', 'duplicate_close_tag']

export type TemplateValues = Record<string, string | Record<string, string | Record<string, string>[]>[]>

/**
 * The bank's own Word file with `{fields}` filled in. Throws what is wrong with the template in words for people: no
 * Word file, a field nobody knows, half a bracket, half a pair.
 */
export function fillTemplate(template: Uint8Array, values: TemplateValues): Uint8Array {
  const unknown: string[] = []
  try {
    const document = new Docxtemplater(openZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter(part: { value?: string }) {
        if (part.value !== undefined) unknown.push(part.value)
        return ''
      },
    })
    document.render(values)
    if (unknown.length > 0) throw refused('templateTagUnknown', unknown.join(', '))
    return document.toBuffer({ compression: 'DEFLATE' })
  } catch (error) {
    throw error instanceof AppError ? error : sayWhatIsWrong(error)
  }
}

function openZip(template: Uint8Array): PizZip {
  if (template.length > MAX_TEMPLATE_BYTES) throw new AppError('invalid-input', 'templateTooLarge')
  try {
    const zip = new PizZip(template)
    const sizes = Object.values(zip.files).map((file) => inflatedBytes(file))
    if (!zip.file(DOCUMENT)) throw new Error('no document inside')
    if (sizes.reduce((sum, size) => sum + size, 0) > MOST_INFLATED_BYTES) throw new Error('opens to too much')
    return zip
  } catch (cause) {
    throw new AppError('invalid-input', 'templateNotDocx', { cause })
  }
}

/** As its directory says; what inflates to more than that fails by its checksum. */
function inflatedBytes(file: object): number {
  const { _data: data } = file as { _data?: { uncompressedSize?: number } }
  return data?.uncompressedSize ?? 0
}

interface TemplateFault {
  properties?: { id?: string; xtag?: string; errors?: TemplateFault[] }
}

function sayWhatIsWrong(error: unknown): Error {
  const { properties } = error as TemplateFault
  const [first] = properties?.errors ?? [error as TemplateFault]
  const id = first?.properties?.id
  if (id === undefined) return error as Error
  const tag = first?.properties?.xtag ?? ''
  if (HALF_A_TAG.includes(id)) return refused('templateTagUnclosed', tag, error)
  return refused('templateLoopBroken', tag, error)
}

function refused(
  reason: 'templateTagUnknown' | 'templateTagUnclosed' | 'templateLoopBroken',
  tag: string,
  cause?: unknown,
): AppError {
  return new AppError('invalid-input', reason, { params: { tag: tag.slice(0, 200) }, cause })
}
