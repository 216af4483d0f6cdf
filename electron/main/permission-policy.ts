import { parseAppAddress } from './app-address.ts'

/** Electron grants everything unless told otherwise. A table is copied to the clipboard, a photo needs the camera. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** `media` names what a request for camera or microphone asks for; whoever asks for sound as well gets neither. */
export function mayUse(permission: string, askedBy: string, media: readonly string[] = []): boolean {
  if (parseAppAddress(askedBy) === undefined) return false
  return (
    ALLOWED.has(permission) || (permission === 'media' && media.length > 0 && media.every((one) => one === 'video'))
  )
}
