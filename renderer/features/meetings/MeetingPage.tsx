import { useQuery } from '@tanstack/react-query'
import type { MeetingDay } from '../../../shared/contract/meetings.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { LogPage } from './log/LogPage.tsx'
import { RunPage } from './run/RunPage.tsx'

interface MeetingPageProps {
  uid: string
  day: MeetingDay
  /** The wall lies over it and has the keys. */
  isCovered: boolean
  onBack: () => void
  onOpen: (meeting: string) => void
  onWall: () => void
}

/** While it runs, its steps; afterwards its log. */
export function MeetingPage({ uid, day, isCovered, onBack, onOpen, onWall }: MeetingPageProps) {
  const read = useQuery(useApi().meetings.read.queryOptions({ input: { meeting: uid } }))
  if (read.error) return <Failure error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <LoadingRows />
  const isRunning = read.data.position !== null && read.data.may.write
  return isRunning ? (
    <RunPage meeting={read.data} day={day} isCovered={isCovered} onBack={onBack} onWall={onWall} />
  ) : (
    <LogPage meeting={read.data} day={day} onBack={onBack} onOpen={onOpen} />
  )
}
