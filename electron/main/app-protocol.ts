import { readFile } from 'node:fs/promises'
import type { CustomScheme } from 'electron'
import { isScreenPath, listBuiltPage, startPage } from '../hosts/loopback/built-page.ts'
import { securityHeaders } from '../hosts/loopback/security-headers.ts'
import { APP_SCHEME, parseAppAddress } from './app-address.ts'

export const APP_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/** Answers `app://chenxun/…` from the list of built files; an address that is not in the list does not exist. */
export function createAppProtocol(pageFolder: string): (request: Request) => Promise<Response> {
  const files = listBuiltPage(pageFolder)
  return async ({ url: address, method }) => {
    const path = parseAppAddress(address)?.pathname
    if (path === undefined || (method !== 'GET' && method !== 'HEAD')) return notFound()
    const file = files.get(path)
    if (file && path !== '/index.html') {
      return new Response(await readFile(file.path), { headers: { ...securityHeaders(), 'content-type': file.type } })
    }
    if (!isScreenPath(path)) return notFound()
    const { html, nonce } = startPage(files)
    return new Response(html, { headers: { ...securityHeaders(nonce), 'content-type': 'text/html; charset=utf-8' } })
  }
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: securityHeaders() })
}
