import { randomBytes } from 'node:crypto'
import type { Clock } from '../../service/ports.ts'
import { createSecretKeeper } from './secret-keeper.ts'

export const LAUNCH_CODE_MS = 10 * 60_000
export const TAB_TOKEN_MS = 12 * 60 * 60_000
export const SOCKET_TICKET_MS = 30_000

/** From launch code to tab token to socket ticket: each step is proof of the one before. */
export interface Access {
  newLaunchCode(): string
  /** Undefined where the code is wrong, used or old. */
  openTab(launchCode: string): string | undefined
  /** The seat of a tab, `tab/…`. */
  seatOf(tabToken: string): string | undefined
  /** For a token that `seatOf` knows. */
  newSocketTicket(tabToken: string): string
  spendSocketTicket(ticket: string): Tab | undefined
}

export interface Tab {
  seat: string
  /** An open socket is use of its token, so that a page left open over night can be loaded again. */
  renew(): void
}

export function createAccess(clock: Clock): Access {
  const codes = createSecretKeeper<true>(clock, { lifetimeMs: LAUNCH_CODE_MS, most: 20 })
  const tokens = createSecretKeeper<string>(clock, { lifetimeMs: TAB_TOKEN_MS, isRenewedByUse: true, most: 200 })
  const tickets = createSecretKeeper<Tab>(clock, { lifetimeMs: SOCKET_TICKET_MS, most: 200 })
  return {
    newLaunchCode: () => codes.issue(true),
    openTab: (code) => (codes.spend(code) ? tokens.issue(`tab/${randomBytes(8).toString('hex')}`) : undefined),
    seatOf: (token) => tokens.find(token),
    newSocketTicket: (token) => tickets.issue({ seat: tokens.find(token) ?? '', renew: () => void tokens.find(token) }),
    spendSocketTicket: (ticket) => tickets.spend(ticket),
  }
}
