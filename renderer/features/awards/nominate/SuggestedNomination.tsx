import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../services/use-client.ts'
import { NominationDrawer } from './NominationDrawer.tsx'
import type { NominationDraft } from './nomination-draft.ts'

interface SuggestedNominationProps {
  prefill: Partial<NominationDraft>
  /** Of the suggestion; empty without one. */
  rule: string
  onClose: () => void
}

/** A nomination that brings the records of its suggestion along; without them where there is none, or none any more. */
export function SuggestedNomination({ prefill, rule, onClose }: SuggestedNominationProps) {
  const options = useApi().awardEvidence.suggestions.queryOptions({ input: {} })
  const { data, isLoading } = useQuery({ ...options, enabled: rule !== '' })
  if (isLoading) return null
  const of = data?.suggestions.find((one) => one.rule === rule && one.person.uid === prefill.person)
  const brought = { whose: of?.person.uid, records: of?.records ?? [] }
  return <NominationDrawer award={undefined} prefill={prefill} brought={brought} onClose={onClose} />
}
