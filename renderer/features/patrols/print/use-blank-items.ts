import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ChecklistItem, Zone } from '../../../../shared/contract/checklists.ts'
import type { PatrolSummary } from '../../../../shared/contract/patrols.ts'
import { addDays } from '../../../../shared/domain/business-day.ts'
import { dueItems } from '../../../../shared/domain/due-items.ts'
import { useApi } from '../../../services/use-client.ts'

const DAYS_BACK = 40

/** What a round that nobody has started will ask for, by the same rule as the service, as far as known now. */
export function useBlankItems(
  patrol: PatrolSummary | undefined,
): { items: ChecklistItem[]; zones: Zone[] } | undefined {
  const api = useApi()
  const on = patrol?.on ?? ''
  const enabled = patrol !== undefined
  const checklist = useQuery({ ...api.checklists.current.queryOptions({ input: {} }), enabled })
  const settings = useQuery({ ...api.settings.read.queryOptions({ input: {} }), enabled })
  const plan = useQuery({ ...api.patrols.day.queryOptions({ input: { on } }), enabled })
  const calendar = useQuery({
    ...api.calendar.days.queryOptions({ input: { from: enabled ? addDays(on, -DAYS_BACK) : on, to: on } }),
    enabled,
  })

  return useMemo(() => {
    if (!patrol || !checklist.data || !settings.data || !plan.data || !calendar.data) return undefined
    const days = new Map(calendar.data.map((day) => [day.on, day]))
    const asked = plan.data.askedConditions.filter(({ value }) => value === true).map(({ id }) => id)
    const switches = Object.entries(settings.data.switches).filter(([, isOn]) => isOn)
    const zones = checklist.data.zones.filter(({ isOn }) => isOn)
    const zoneIds = new Set(zones.map(({ id }) => id))
    const due = dueItems(checklist.data.items, patrol.round, {
      on: patrol.on,
      isOpen: (day) => days.get(day)?.isOpen ?? false,
      isWorkday: (day) => {
        const known = days.get(day)
        return Boolean(known?.isOpen) && (known?.kind === 'weekday' || known?.kind === 'makeup')
      },
      conditions: new Set([...asked, ...switches.map(([id]) => `switch.${id}`)]),
    })
    return { items: due.filter(({ zone }) => zoneIds.has(zone)), zones }
  }, [patrol, checklist.data, settings.data, plan.data, calendar.data])
}
