import { lazy } from 'react'
import { useLocation } from '../../app/route-store.ts'
import { ReportsScreen } from './ReportsScreen.tsx'

const InspectionsPage = lazy(() =>
  import('./inspections/InspectionsPage.tsx').then((file) => ({ default: file.InspectionsPage })),
)

const DemonstrationPage = lazy(() =>
  import('./demonstration/DemonstrationPage.tsx').then((file) => ({ default: file.DemonstrationPage })),
)

/** `?view=inspections` replies to inspections, `?view=demonstration` proof by clause; else the reports of a month. */
export function ReportViews() {
  const { params } = useLocation()
  if (params.view === 'demonstration') return <DemonstrationPage />
  return params.view === 'inspections' ? <InspectionsPage /> : <ReportsScreen />
}
