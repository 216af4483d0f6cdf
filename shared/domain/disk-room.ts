export interface DiskRoom {
  freeBytes: number
  /** Of the database file: a backup and a migration each write it once more. */
  fileBytes: number
}

const LEAST_BYTES = 200_000_000
const TIMES_THE_FILE = 3

/** Time to warn, long before a write fails. */
export function isRoomLow({ freeBytes, fileBytes }: DiskRoom): boolean {
  return freeBytes < Math.max(LEAST_BYTES, TIMES_THE_FILE * fileBytes)
}
