import { parseAppAddress } from './app-address.ts'

/** Electron grants everything unless told otherwise. Copying a table to the clipboard is all we need. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

export function mayUse(permission: string, askedBy: string): boolean {
  return ALLOWED.has(permission) && parseAppAddress(askedBy) !== undefined
}
