import { parseAppAddress } from './app-address.ts'

const INSIDE_THE_PAGE = new Set(['blob:', 'data:', 'devtools:'])

/** The console needs no network, so no request leaves the window. */
export function mayRequest(address: string): boolean {
  if (parseAppAddress(address)) return true
  return URL.canParse(address) && INSIDE_THE_PAGE.has(new URL(address).protocol)
}
