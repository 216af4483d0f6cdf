import { readFileSync } from 'node:fs'
import { RPCHandler } from '@orpc/server/fetch'
import { type Context, Hono, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { travelsAsFile } from '../../../shared/file-calls.ts'
import type { HostContext, Service } from '../../service/service.ts'
import type { Access } from './access.ts'
import { isScreenPath, listBuiltPage, startPage } from './built-page.ts'
import type { CallCounter } from './call-counter.ts'
import { isTooDeep } from './json-depth.ts'
import { refuse, requireOwnPage, requireTab, type Variables } from './request-guard.ts'
import { securityHeaders } from './security-headers.ts'

const MAX_SMALL_BYTES = 4_096
const MAX_JSON_BYTES = 2_000_000
const MAX_FILE_BYTES = 64_000_000
const JSON_TYPE = ['application/json']

export interface RouteParts {
  access: Access
  router: Service['router']
  calls: CallCounter
  pageFolder: string
  onFailure: (error: unknown) => void
}

export function createRoutes({ access, router, calls, pageFolder, onFailure }: RouteParts) {
  const app = new Hono<{ Variables: Variables }>()
  const files = listBuiltPage(pageFolder)
  const rpc = new RPCHandler<HostContext>(router, { rootInterceptors: [calls.interceptor] })

  app.use(async (c, next) => {
    if (!['GET', 'HEAD', 'POST'].includes(c.req.method)) {
      c.header('allow', 'GET, HEAD, POST')
      c.res = refuse(c, 405, 'method')
    } else {
      await next()
    }
    for (const [name, value] of Object.entries(securityHeaders())) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
  })

  app.post(
    '/session',
    requireOwnPage(() => JSON_TYPE),
    limited(MAX_SMALL_BYTES),
    async (c) => {
      const body: unknown = await c.req.json().catch(() => undefined)
      const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
      const token = typeof code === 'string' ? access.openTab(code) : undefined
      return token ? c.json({ token, ticket: access.newSocketTicket(token) }) : refuse(c, 401, 'launch-code')
    },
  )

  app.post(
    '/socket-ticket',
    requireOwnPage(() => JSON_TYPE),
    requireTab(access),
    limited(MAX_SMALL_BYTES),
    (c) => c.json({ ticket: access.newSocketTicket(c.get('tabToken')) }),
  )

  app.post('/rpc/*', requireOwnPage(typesOfCall), requireTab(access), limitedCall, async (c) => {
    const request = await shallowRequest(c.req.raw)
    if (!request) return refuse(c, 400, 'depth')
    const { matched, response } = await rpc.handle(request, { prefix: '/rpc', context: { seat: c.get('seat') } })
    return matched ? c.newResponse(response.body, response) : refuse(c, 404, 'not-found')
  })

  app.get('/rpc/*', (c) => refuse(c, 405, 'method'))
  for (const path of ['/session', '/socket-ticket']) app.get(path, (c) => refuse(c, 405, 'method'))

  app.get('*', (c) => {
    const file = files.get(c.req.path)
    if (file && c.req.path !== '/index.html') {
      const cache = file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
      return c.body(readFileSync(file.path), 200, { 'content-type': file.type, 'cache-control': cache })
    }
    if (!isScreenPath(c.req.path)) return refuse(c, 404, 'not-found')
    const { html, nonce } = startPage(files)
    return c.body(html, 200, { ...securityHeaders(nonce), 'content-type': 'text/html; charset=utf-8' })
  })

  app.notFound((c) => refuse(c, 404, 'not-found'))
  app.onError((error, c) => {
    onFailure(error)
    return refuse(c, 500, 'internal')
  })
  return app
}

/** The request with its JSON read and looked at; the files among its parts are passed on as they are. */
async function shallowRequest(raw: Request): Promise<Request | undefined> {
  const type = raw.headers.get('content-type')?.toLowerCase() ?? ''
  if (type.startsWith('multipart/form-data')) return shallowForm(raw)
  if (!type.startsWith('application/json')) return raw
  const body = await raw.arrayBuffer()
  if (isTooDeep(new Uint8Array(body))) return undefined
  const { url, method, headers, signal } = raw
  return new Request(url, { method, headers, body, signal })
}

/** Read once: a file of 64 MB is not copied for the handler. */
async function shallowForm(raw: Request): Promise<Request | undefined> {
  const form = await raw.formData().catch(() => undefined)
  const texts = [...(form?.values() ?? [])].filter((part) => typeof part === 'string')
  if (!form || texts.some((text) => text.length > MAX_JSON_BYTES || isTooDeep(text))) return undefined
  return Object.defineProperty(raw, 'formData', { value: () => Promise.resolve(form) })
}

function isFileCall(path: string): boolean {
  return travelsAsFile(path.split('/').slice(2))
}

function typesOfCall(path: string): readonly string[] {
  return isFileCall(path) ? [...JSON_TYPE, 'multipart/form-data'] : JSON_TYPE
}

function limitedCall(c: Context, next: Next) {
  return limited(isFileCall(c.req.path) ? MAX_FILE_BYTES : MAX_JSON_BYTES)(c, next)
}

function limited(maxSize: number) {
  return bodyLimit({ maxSize, onError: (c) => refuse(c, 413, 'too-large') })
}
