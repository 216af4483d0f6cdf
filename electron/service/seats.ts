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
}

/** Lives in memory only: a restarted service asks everybody to sign in again. */
export function createSeats(): Seats {
  const workspaces = new Map<string, WorkspaceName>()
  const signedIn = new Map<string, number>()
  return {
    workspaceOf: (seat) => workspaces.get(seat) ?? 'own',
    move(seat, workspace) {
      signedIn.delete(seat)
      workspaces.set(seat, workspace)
    },
    staffOf: (seat) => signedIn.get(seat),
    signIn: (seat, staffId) => void signedIn.set(seat, staffId),
    signOut: (seat) => void signedIn.delete(seat),
    signOutOthers(seat, stays) {
      const staffId = signedIn.get(seat)
      signedIn.clear()
      if (stays && staffId !== undefined) signedIn.set(seat, staffId)
    },
  }
}
