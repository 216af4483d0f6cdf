/** What the desktop shell and its service process say to each other beside the ports. */
export type ToService = { type: 'port'; seat: string } | { type: 'stop' } | KeychainAnswer

export type FromService =
  | { type: 'ready' }
  | KeychainRequest
  | { type: 'show' }
  | { type: 'failed'; reason: StartFailure; detail: string }

/** `in-use`: another process holds the data folder. */
export type StartFailure = 'in-use' | 'network-folder' | 'not-writable' | 'newer-data' | 'other'

/** `text` is to be sealed, or is sealed in base64. */
export interface KeychainRequest {
  type: 'keychain'
  id: number
  act: 'seal' | 'open'
  text: string
}

/** `refusal` is a key under `errors.`; then nothing else counts. */
export interface KeychainAnswer {
  type: 'keychain'
  id: number
  backend: string
  text: string
  refusal: string | null
}
