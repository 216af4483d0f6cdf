import { Button } from 'antd'
import { navigate } from '../../../app/route-store.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { roundMode } from '../wording.ts'
import { ClosedRound } from './ClosedRound.tsx'
import { OpenRound } from './OpenRound.tsx'
import { UnopenedRound } from './UnopenedRound.tsx'
import { useAwaitsQuestions } from './use-day-conditions.ts'
import { useSheet } from './use-round.ts'

/** One round: not started, being walked, or handed in. */
export function RoundPage({ uid }: { uid: string }) {
  const t = useTranslate()
  const sheet = useSheet(uid)
  const awaitsQuestions = useAwaitsQuestions()
  const mode = sheet.data && roundMode(sheet.data.patrol)
  if (sheet.data && !(mode === 'open' && awaitsQuestions)) {
    if (mode === 'unopened') return <UnopenedRound patrol={sheet.data.patrol} />
    return mode === 'open' ? <OpenRound key={uid} sheet={sheet.data} /> : <ClosedRound key={uid} sheet={sheet.data} />
  }
  if (sheet.error) {
    const isGone = (sheet.error as { code?: unknown }).code === 'not-found'
    return isGone ? (
      <EmptyState
        title={t('patrols.gone')}
        text={t('patrols.goneText')}
        action={<Button onClick={() => navigate('/patrols')}>{t('patrols.toList')}</Button>}
      />
    ) : (
      <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />
    )
  }
  return <LoadingRows rows={10} />
}
