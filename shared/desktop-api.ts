/** Messages by which the preload script hands things to its page. */
export const PORT_MESSAGE = 'chenxun:service-port'
/** The machine was locked, or goes to sleep. */
export const LOCKED_MESSAGE = 'chenxun:locked'
export const SERVICE_LOST_MESSAGE = 'chenxun:service-lost'
/** Carries a Diagnosis as `diagnosis`. */
export const GAVE_UP_MESSAGE = 'chenxun:gave-up'

/** What the shell knows when the service has died too often to be started again by itself. */
export interface Diagnosis {
  /** Oldest first; `at` in UTC milliseconds, `code` as the process left it. */
  deaths: readonly { at: number; code: number }[]
  logFolder: string
  /** By name: `chenxun`, `electron`, `chrome`, `node`. */
  versions: Readonly<Record<string, string>>
}

/** Everything the desktop shell offers its page, under `window.chenxunDesktop`. Nothing of it exists in the browser shell. */
export interface DesktopApi {
  /** A port to the service arrives as a window message of type PORT_MESSAGE; SERVICE_LOST_MESSAGE says that it died. */
  requestServicePort(): void
  /** Asks where to save and writes this page's printed form there. */
  savePdf(suggestedName: string): Promise<'saved' | 'cancelled'>
  /** Asks for a folder, beginning at `startsAt` where that is one of this computer; null where nobody chose. */
  chooseFolder(startsAt: string): Promise<string | null>
  /** Only after GAVE_UP_MESSAGE; one more death of the service brings that message again. */
  startServiceAgain(): void
  quit(): void
}
