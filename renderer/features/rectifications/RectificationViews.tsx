import { lazy } from 'react'
import { useLocation } from '../../app/route-store.ts'
import { RectificationsScreen } from './RectificationsScreen.tsx'

const FiguresPage = lazy(() => import('./figures/FiguresPage.tsx').then((file) => ({ default: file.FiguresPage })))

/** `?view=figures` the analysis; else the tasks themselves. */
export function RectificationViews() {
  const { params } = useLocation()
  return params.view === 'figures' ? <FiguresPage /> : <RectificationsScreen />
}
