import type { IncomingMessage } from 'node:http'

const NAMES = ['127.0.0.1', 'localhost', '[::1]']
const PROXY_HEADERS = [
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-original-host',
  'x-host',
]

type Request = Pick<IncomingMessage, 'rawHeaders' | 'url'>

/**
 * The host that a request names, or undefined where it must be refused before anything looks at it. A page that points
 * its own name at 127.0.0.1 shows up here and nowhere else: it sends neither Origin nor Sec-Fetch headers.
 */
export function allowedHost({ rawHeaders, url = '' }: Request, port: number): string | undefined {
  if (!url.startsWith('/') || url.startsWith('//')) return undefined
  const hosts: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? ''
    if (PROXY_HEADERS.includes(name)) return undefined
    if (name === 'host') hosts.push(rawHeaders[index + 1]?.toLowerCase() ?? '')
  }
  const [host] = hosts
  if (host === undefined || hosts.length !== 1) return undefined
  return NAMES.some((name) => host === `${name}:${port}`) ? host : undefined
}

/** The origin a page of ours has when it was opened under this host. */
export function originOf(host: string): string {
  return `http://${host}`
}
