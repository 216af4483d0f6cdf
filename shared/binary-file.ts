import { z } from 'zod'

/** A Blob or File, as both runtimes have it. */
export interface BinaryFile {
  readonly size: number
  readonly type: string
  arrayBuffer(): Promise<ArrayBuffer>
}

export const BinaryFileSchema = z.custom<BinaryFile>(
  (value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value,
  'required',
)
