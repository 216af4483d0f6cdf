import type { Session, WebContents } from 'electron'
import { mayNavigate } from './navigation-policy.ts'
import { mayUse } from './permission-policy.ts'
import { mayRequest } from './request-policy.ts'
import { windowOpenPolicy } from './window-open-policy.ts'

/** For every page there will ever be, also those that a later change adds. */
export function guardWebContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => windowOpenPolicy(url))
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse(permission, details.requestingUrl, 'mediaTypes' in details ? details.mediaTypes : []))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) =>
    mayUse(permission, origin, mediaType === undefined ? [] : [mediaType]),
  )
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url) }))
}
