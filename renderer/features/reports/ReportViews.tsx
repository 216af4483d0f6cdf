import { lazy } from 'react'
import { useLocation } from '../../app/route-store.ts'
import { ReportsScreen } from './ReportsScreen.tsx'

const InspectionsPage = lazy(() =>
  import('./inspections/InspectionsPage.tsx').then((file) => ({ default: file.InspectionsPage })),
)

/** `?view=inspections` replies to inspections; else the reports of a month. */
export function ReportViews() {
  const { params } = useLocation()
  return params.view === 'inspections' ? <InspectionsPage /> : <ReportsScreen />
}
