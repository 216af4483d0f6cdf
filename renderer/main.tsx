import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startLanguage } from './app/language.ts'
import './app/theme/base.css'
import { startTheme } from './app/theme/theme.ts'
import { connect } from './services/connection.ts'

async function offerFonts(): Promise<void> {
  const fonts = await import('./app/theme/fonts.ts')
  fonts.offerFonts()
}

/** No await at the top: the English words come in a file that waits for this one to end. */
async function start(root: HTMLElement): Promise<void> {
  const first = connect()
  startTheme()
  await startLanguage()
  createRoot(root).render(
    <StrictMode>
      <App first={first} />
    </StrictMode>,
  )
  // Not before the first answers: on a machine without Chinese fonts these are a dozen files.
  void first.finally(() => requestIdleCallback(() => void offerFonts(), { timeout: 1_000 }))
}

const root = document.getElementById('root')
if (root) void start(root)
