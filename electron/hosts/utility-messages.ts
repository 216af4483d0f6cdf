/** What the desktop shell and its service process say to each other beside the ports. */
export type ToService = { type: 'port'; seat: string } | { type: 'stop' }

export type FromService =
  | { type: 'ready' }
  | { type: 'show' }
  | { type: 'failed'; reason: StartFailure; detail: string }

/** `in-use`: another process holds the data folder. */
export type StartFailure = 'in-use' | 'network-folder' | 'not-writable' | 'newer-data' | 'other'
