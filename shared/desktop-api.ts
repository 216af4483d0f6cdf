/** Messages by which the preload script hands things to its page. */
export const PORT_MESSAGE = 'chenxun:service-port'
/** The machine was locked, or goes to sleep. */
export const LOCKED_MESSAGE = 'chenxun:locked'
export const SERVICE_LOST_MESSAGE = 'chenxun:service-lost'

/** Everything the desktop shell offers its page, under `window.chenxunDesktop`. Nothing of it exists in the browser shell. */
export interface DesktopApi {
  /** A port to the service arrives as a window message of type PORT_MESSAGE; SERVICE_LOST_MESSAGE says that it died. */
  requestServicePort(): void
  /** Asks where to save and writes this page's printed form there. */
  savePdf(suggestedName: string): Promise<'saved' | 'cancelled'>
}
