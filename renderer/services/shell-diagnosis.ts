import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Diagnosis, GAVE_UP_MESSAGE } from '../../shared/desktop-api.ts'

const store = createStore<{ diagnosis: Diagnosis | undefined }>(() => ({ diagnosis: undefined }))

/** From the start of the page on: the shell may have given up before there was a page to tell. */
export function hearDiagnosis(page: Window): void {
  if (!page.chenxunDesktop) return
  page.addEventListener('message', ({ source, origin, data }) => {
    if (source === page && origin === page.location.origin && data?.type === GAVE_UP_MESSAGE) {
      store.setState({ diagnosis: data.diagnosis as Diagnosis })
    }
  })
}

/** Why the service stands still; undefined while it runs, and always in the browser shell. */
export function useDiagnosis(): Diagnosis | undefined {
  return useStore(store, ({ diagnosis }) => diagnosis)
}

export function startServiceAgain(): void {
  store.setState({ diagnosis: undefined })
  window.chenxunDesktop?.startServiceAgain()
}
