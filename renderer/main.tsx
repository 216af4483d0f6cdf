import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startLanguage } from './app/language.ts'
import './app/theme/base.css'
import { startTheme } from './app/theme/theme.ts'

const root = document.getElementById('root')
if (root) {
  startTheme()
  await startLanguage()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  void import('./app/theme/fonts.ts').then(({ offerFonts }) => offerFonts())
}
