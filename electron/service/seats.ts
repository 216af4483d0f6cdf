/** A seat is one tab, window or command line. It stands in one workspace and holds at most one sign-in. */
export type WorkspaceName = 'own' | 'sample'

export interface Seats {
  workspaceOf(seat: string): WorkspaceName
  /** Moves a seat to another workspace and signs it out. */
  move(seat: string, workspace: WorkspaceName): void
  staffOf(seat: string): number | undefined
  signIn(seat: string, staffId: number): void
  signOut(seat: string): void
  /** After a restore numbers may mean other people: everybody signs in again, save this seat where it `stays`. */
  signOutOthers(seat: string, stays: boolean): void
  /** Somebody did something there. */
  use(seat: string): void
  /** Signs the seat out where nobody did anything for so long. */
  leaveIdle(seat: string, limitMs: number): void
  /** Whoever sits there has typed the own PIN again. */
  stepUp(seat: string): void
  stepDown(seat: string): void
  /** Typed again in this sign-in, and no longer ago than that. */
  hasSteppedUp(seat: string, withinMs: number): boolean
  /** Counts a wrong PIN typed by whoever sits there; the fifth in a row signs out. */
  missPin(seat: string): void
}

interface SignIn {
  staffId: number
  usedAt: number
  misses: number
  steppedUpAt?: number
}

const MOST_MISSES = 5

/**
 * Lives in memory only: a restarted service asks everybody to sign in again. `steadyNow` runs on evenly when somebody
 * sets the machine's clock.
 */
export function createSeats(steadyNow: () => number): Seats {
  const workspaces = new Map<string, WorkspaceName>()
  const signedIn = new Map<string, SignIn>()
  return {
    workspaceOf: (seat) => workspaces.get(seat) ?? 'own',
    move(seat, workspace) {
      signedIn.delete(seat)
      workspaces.set(seat, workspace)
    },
    staffOf: (seat) => signedIn.get(seat)?.staffId,
    signIn: (seat, staffId) => void signedIn.set(seat, { staffId, usedAt: steadyNow(), misses: 0 }),
    signOut: (seat) => void signedIn.delete(seat),
    signOutOthers(seat, stays) {
      const held = signedIn.get(seat)
      signedIn.clear()
      if (stays && held) signedIn.set(seat, held)
    },
    use(seat) {
      const held = signedIn.get(seat)
      if (held) held.usedAt = steadyNow()
    },
    leaveIdle(seat, limitMs) {
      const held = signedIn.get(seat)
      if (held && steadyNow() - held.usedAt >= limitMs) signedIn.delete(seat)
    },
    stepUp(seat) {
      const held = signedIn.get(seat)
      if (held) held.steppedUpAt = steadyNow()
    },
    stepDown(seat) {
      const held = signedIn.get(seat)
      if (held) delete held.steppedUpAt
    },
    hasSteppedUp(seat, withinMs) {
      const at = signedIn.get(seat)?.steppedUpAt
      return at !== undefined && steadyNow() - at < withinMs
    },
    missPin(seat) {
      const held = signedIn.get(seat)
      if (held && ++held.misses >= MOST_MISSES) signedIn.delete(seat)
    },
  }
}
