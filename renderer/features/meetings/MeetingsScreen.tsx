import { useCallback } from 'react'
import { replaceParams, useLocation } from '../../app/route-store.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { MeetingPage } from './MeetingPage.tsx'
import { StartPage } from './start/StartPage.tsx'
import { useMeetingDay } from './use-meeting-actions.ts'
import { WallPage } from './wall/WallPage.tsx'

/** `?meeting=` opens one, `?view=wall` lays the wall over whatever is open. */
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
    <>
      {day.error && <Failure error={day.error} onRetry={() => void day.refetch()} />}
      {!day.data && !day.error && <LoadingRows />}
      {day.data &&
        (params.meeting ? (
          <MeetingPage
            key={params.meeting}
            uid={params.meeting}
            day={day.data}
            onBack={() => open(undefined)}
            isCovered={params.view === 'wall'}
            onWall={showWall}
          />
        ) : (
          <StartPage day={day.data} onOpen={open} />
        ))}
      {params.view === 'wall' && <WallPage onLeave={leaveWall} />}
    </>
  )
}
