import type { Translated } from '../translated.ts'
import type {
  errorCodes as chineseCodes,
  errors as chineseErrors,
  errorParts as chineseParts,
} from '../zh-CN/errors.ts'

export const errors: Translated<typeof chineseErrors> = {
  internal: 'Something unexpected went wrong',
  invalidInput: 'Some fields need attention',
  invalidValue: 'This value is not accepted here',
  required: 'This must be filled in',
  tooLong: 'Too long, please shorten it',
  pinFormat: 'The PIN needs six digits or more',
  pinGuessable: 'Too easy to guess: no runs, repeats or birthdays',
  notSignedIn: 'You are not signed in, or the sign-in has ended',
  forbidden: 'Your post may not do this',
  notFound: 'This is no longer there',
  conflict: 'Somebody else has just changed the same thing',
  notAllowedNow: 'This step is not possible yet',
  serviceUnavailable: 'The connection to the service on this PC is lost',
  timedOut: 'There was no answer for a long time',
  cancelled: 'Cancelled',
  storageFull: 'The disk is full, nothing more can be written',
  storageUnavailable: 'The data file cannot be read or written right now',
  storageCorrupted: 'The data file is damaged',
}

export const errorCodes: Translated<typeof chineseCodes> = {
  'invalid-input': { safe: 'Nothing was saved.', next: 'Mend the marked fields and save again.' },
  'not-signed-in': { safe: 'Everything saved is still there.', next: 'Sign in and do it once more.' },
  'not-found': { safe: 'Nothing else is affected.', next: 'Refresh the list and look again.' },
  conflict: { safe: 'Your change was not saved, theirs was.', next: 'Look at the newest version, then change it.' },
  forbidden: { safe: 'Nothing was changed.', next: 'Ask a colleague who may, or press F2 to switch person.' },
  'not-allowed-now': { safe: 'Nothing was changed.', next: 'Take this step again once that is settled.' },
  'service-unavailable': {
    safe: 'Everything shown as saved is on disk.',
    next: 'Reconnecting by itself; repeat this once it is back.',
  },
  'timed-out': { safe: 'The step may have been done.', next: 'Look at the result before you repeat it.' },
  'storage-full': {
    safe: 'Earlier records are safe; this one was not saved.',
    next: 'Free some disk space and retry.',
  },
  'storage-unavailable': {
    safe: 'Earlier records are safe; this one was not saved.',
    next: 'Close the program that holds the data file and retry.',
  },
  'storage-corrupted': {
    safe: 'Writing has stopped; no file is ever deleted.',
    next: 'Restore the newest good backup under Settings.',
  },
  cancelled: { safe: 'Nothing was changed.', next: 'Start again whenever you like.' },
  internal: {
    safe: 'Earlier records are safe; this one was not saved.',
    next: 'Try again; if it stays, tell your administrator the number.',
  },
}

export const errorParts: Translated<typeof chineseParts> = {
  incident: 'No. {{incident}}',
  screenBroke: 'This page ran into a problem',
  screenBrokeSafe: 'Everything saved is safe.',
  screenBrokeNext: 'Open the page again, or go to another one first.',
  reopen: 'Open again',
  chunkMissing: 'The files of this page could not be read',
}
