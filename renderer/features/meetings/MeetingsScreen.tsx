import { lazy, Suspense, useCallback } from 'react'
import { replaceParams, useLocation } from '../../app/route-store.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { MeetingPage } from './MeetingPage.tsx'
import { StartPage } from './start/StartPage.tsx'
import { useMeetingDay } from './use-meeting-actions.ts'
import { WallPage } from './wall/WallPage.tsx'

const MinutesPage = lazy(async () => ({ default: (await import('./minutes/MinutesPage.tsx')).MinutesPage }))
const MonthPage = lazy(async () => ({ default: (await import('./month/MonthPage.tsx')).MonthPage }))
const TemplatesPage = lazy(async () => ({ default: (await import('./templates/TemplatesPage.tsx')).TemplatesPage }))
const VIEWS = ['month', 'templates', 'minutes']

/**
 * `?meeting=` opens one, `?view=wall` lays the wall over whatever is open; `month`, `templates` and, of a meeting,
 * `minutes` are views of their own.
 */
export function MeetingsScreen() {
  const { params } = useLocation()
  const day = useMeetingDay()
  const open = (meeting: string | undefined) => replaceParams(meeting ? { meeting } : {})
  const leaveWall = useCallback(
    () => replaceParams(params.meeting ? { meeting: params.meeting } : {}),
    [params.meeting],
  )
  const showWall = () => replaceParams({ ...params, view: 'wall' })
  return (
    <Suspense fallback={<LoadingRows />}>
      {day.error && <Failure error={day.error} onRetry={() => void day.refetch()} />}
      {!day.data && !day.error && <LoadingRows />}
      {day.data && params.view === 'month' && <MonthPage />}
      {day.data && params.view === 'templates' && <TemplatesPage />}
      {day.data && params.view === 'minutes' && params.meeting && <MinutesPage meeting={params.meeting} />}
      {day.data &&
        !VIEWS.includes(params.view ?? '') &&
        (params.meeting ? (
          <MeetingPage
            key={params.meeting}
            uid={params.meeting}
            day={day.data}
            onBack={() => open(undefined)}
            onOpen={open}
            isCovered={params.view === 'wall'}
            onWall={showWall}
          />
        ) : (
          <StartPage day={day.data} onOpen={open} />
        ))}
      {params.view === 'wall' && <WallPage onLeave={leaveWall} />}
    </Suspense>
  )
}
