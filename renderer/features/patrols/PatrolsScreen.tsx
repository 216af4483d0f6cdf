import { lazy } from 'react'
import { useLocation } from '../../app/route-store.ts'
import { RoundPage } from './round/RoundPage.tsx'

const RoundsPage = lazy(() => import('./rounds/RoundsPage.tsx').then((file) => ({ default: file.RoundsPage })))
const TrendsPage = lazy(() => import('./trends/TrendsPage.tsx').then((file) => ({ default: file.TrendsPage })))
const PrintPage = lazy(() => import('./print/PrintPage.tsx').then((file) => ({ default: file.PrintPage })))

/** `?round=` one round, `?view=trends` the figures, `?print=` paper; else the days and their rounds. */
export function PatrolsScreen() {
  const { params } = useLocation()
  if (params.print) return <PrintPage uid={params.print} />
  if (params.round) return <RoundPage key={params.round} uid={params.round} />
  return params.view === 'trends' ? <TrendsPage /> : <RoundsPage />
}
