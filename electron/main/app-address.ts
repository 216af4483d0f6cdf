import { isScreenPath } from '../hosts/loopback/built-page.ts'

export const APP_SCHEME = 'app'
export const APP_HOST = 'chenxun'
export const START_ADDRESS = `${APP_SCHEME}://${APP_HOST}/`

/** Our own address, taken apart rather than compared by its beginning: `app://chenxun.evil` begins like ours. */
export function parseAppAddress(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isOurs =
    url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
  return isOurs ? url : undefined
}

export function isScreenAddress(address: string): boolean {
  const url = parseAppAddress(address)
  return url !== undefined && isScreenPath(url.pathname)
}
