import { isScreenAddress } from './app-address.ts'

/** A window shows our screens and nothing else; a frame goes nowhere. */
export function mayNavigate(address: string, isMainFrame = true): boolean {
  return isMainFrame && isScreenAddress(address)
}
