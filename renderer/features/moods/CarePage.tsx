import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { MoodScale, MoodState } from '../../../shared/contract/moods.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { CareGate } from './CareGate.tsx'
import { CareSheet } from './CareSheet.tsx'

interface CarePageProps {
  scale: MoodScale
  state: MoodState
}

/** Shut until the head has typed the PIN again; shut again when the head looks elsewhere. */
export function CarePage(props: CarePageProps) {
  const client = useClient()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => () => void client.moods.closeCare({}).catch(() => undefined), [client])
  if (!isOpen) return <CareGate onOpen={() => setOpen(true)} />
  return <OpenCare {...props} onShut={() => setOpen(false)} />
}

function OpenCare({ scale, state, onShut }: CarePageProps & { onShut: () => void }) {
  const api = useApi()
  const close = useMutation(api.moods.closeCare.mutationOptions())
  /** Kept by no cache: whoever sits here next finds nothing. */
  const care = useQuery({ ...api.moods.care.queryOptions({ input: {} }), gcTime: 0, staleTime: 0 })
  if (isShut(care.error)) return <CareGate onOpen={() => void care.refetch()} />
  if (care.error) return <Failure error={care.error} onRetry={() => void care.refetch()} />
  if (!care.data) return <LoadingRows rows={6} />
  return (
    <CareSheet
      scale={scale}
      care={care.data}
      days={state.rules.retention.careTalks}
      isNamed={state.series?.mode === 'named'}
      onShut={() => close.mutate({}, { onSettled: onShut })}
    />
  )
}

function isShut(error: unknown): boolean {
  return (error as { data?: { reason?: unknown } } | null)?.data?.reason === 'carePinFirst'
}
