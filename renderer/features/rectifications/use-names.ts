import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { OWNERS } from '../../../shared/contract/checklists.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { queueName } from './task-labels.ts'

export function useZones() {
  const language = useLanguage()
  const { data } = useQuery(useApi().checklists.current.queryOptions({ input: {} }))
  return useMemo(() => {
    const zones = (data?.zones ?? []).map((zone) => ({
      value: zone.id,
      label: textIn(zone, language),
      isOn: zone.isOn,
    }))
    const items = new Map((data?.items ?? []).map((item) => [item.id, textIn(item, language)]))
    const names = new Map(zones.map(({ value, label }) => [value, label]))
    return {
      /** Zones in use, in walking order. */
      options: zones.filter(({ isOn }) => isOn).map(({ value, label }) => ({ value, label })),
      itemNameOf: (id: string | undefined) => (id === undefined ? undefined : items.get(id)),
      nameOf: (id: string | null) => (id === null ? '' : (names.get(id) ?? id)),
    }
  }, [data, language])
}

/** A person (`p:uid`) or a queue (`q:id`) as one choice. */
export type OwnerChoice = `p:${string}` | `q:${string}`

export function useOwnerOptions() {
  const t = useTranslate()
  const { data } = useQuery(useApi().people.list.queryOptions({ input: {} }))
  return useMemo(
    () => [
      {
        label: t('rectifications.form.people'),
        options: (data ?? []).map(({ uid, name, pinyin, post }) => ({
          value: `p:${uid}` as OwnerChoice,
          label: `${name} · ${t(`posts.${post}`)}`,
          words: `${name} ${pinyin}`.toLowerCase(),
        })),
      },
      {
        label: t('rectifications.form.queues'),
        options: OWNERS.map((queue) => ({
          value: `q:${queue}` as OwnerChoice,
          label: queueName(queue, t),
          words: queueName(queue, t).toLowerCase(),
        })),
      },
    ],
    [data, t],
  )
}

export function splitOwner(owner: OwnerChoice | undefined): { ownerUid?: string; queue?: (typeof OWNERS)[number] } {
  if (owner === undefined) return {}
  const rest = owner.slice(2)
  if (owner.startsWith('p:')) return { ownerUid: rest }
  const queue = OWNERS.find((one) => one === rest)
  return queue ? { queue } : {}
}
