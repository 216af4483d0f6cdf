import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startLanguage } from './app/language.ts'
import './app/theme/base.css'
import { startTheme } from './app/theme/theme.ts'
import { connect } from './services/connection.ts'
import { hearDiagnosis } from './services/shell-diagnosis.ts'

async function offerFonts(): Promise<void> {
  const fonts = await import('./app/theme/fonts.ts')
  fonts.offerFonts()
}

/** No await at the top: the English words come in a file that waits for this one to end. */
async function start(root: HTMLElement): Promise<void> {
  hearDiagnosis(window)
  const first = connect()
  startTheme()
  await startLanguage()
  createRoot(root).render(
    <StrictMode>
      <App first={first} />
    </StrictMode>,
  )
  afterFirstWords(() => requestIdleCallback(() => void offerFonts(), { timeout: 1_000 }))
}

/** Not before: on a machine without Chinese fonts these are a dozen files and a new layout. */
function afterFirstWords(then: () => void): void {
  new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return
    observer.disconnect()
    then()
  }).observe({ type: 'paint', buffered: true })
}

const root = document.getElementById('root')
if (root) void start(root)
