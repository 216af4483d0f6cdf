import type { Context, Next } from 'hono'
import type { Access } from './access.ts'
import { originOf } from './host-guard.ts'

export interface Variables {
  /** The tab of the bearer token. */
  seat: string
  tabToken: string
}

type GuardedContext = Context<{ Variables: Variables }>

/**
 * Refuses what another page could send: every change needs our Origin with its port, a header that no form can set and
 * a body type that no form can have.
 */
export function requireOwnPage(typesOf: (path: string) => readonly string[]) {
  return async (c: GuardedContext, next: Next) => {
    if (c.req.header('origin') !== originOf((c.req.header('host') ?? '').toLowerCase())) return refuse(c, 403, 'origin')
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin') return refuse(c, 403, 'origin')
    if (c.req.header('x-console') !== '1') return refuse(c, 403, 'header')
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    if (!typesOf(c.req.path).includes(type)) return refuse(c, 415, 'content-type')
    return next()
  }
}

export function requireTab(access: Access) {
  return async (c: GuardedContext, next: Next) => {
    const token = bearerOf(c.req.header('authorization'))
    const seat = access.seatOf(token)
    if (!seat) return refuse(c, 401, 'tab-token')
    c.set('seat', seat)
    c.set('tabToken', token)
    return next()
  }
}

function bearerOf(header: string | undefined): string {
  return /^Bearer ([\w-]{20,100})$/.exec(header ?? '')?.[1] ?? ''
}

export function refuse(c: Context, status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 500, reason: string): Response {
  return c.json({ error: reason }, status)
}
