import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'

/** Zones of the checklist by name, in walking order. */
export function useZones() {
  const language = useLanguage()
  const { data } = useQuery(useApi().checklists.current.queryOptions({ input: {} }))
  return useMemo(() => {
    const zones = (data?.zones ?? []).map((zone) => ({ value: zone.id, label: textIn(zone, language) }))
    const names = new Map(zones.map(({ value, label }) => [value, label]))
    return { options: zones, nameOf: (id: string | null) => (id === null ? '' : (names.get(id) ?? id)) }
  }, [data, language])
}
