import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { NO_CAUSE } from '../../../shared/contract/rectification-lists.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { type ListParams, returnedOf } from './task-filter.ts'

/** Conditions that only a figure sets: shown so that nobody wonders why the list is short, each can be taken back. */
export function FigureTags({ list, onChange }: { list: ListParams; onChange: (change: Partial<ListParams>) => void }) {
  const t = useTranslate()
  const { nameOf: causeName } = useCauseNames()
  const returned = returnedOf(list.returned)
  const { doneFrom, doneTo, openSinceFrom, openSinceTo } = list
  const tags: [keyof ListParams, string, Partial<ListParams>][] = []
  if (openSinceTo) {
    const days = openSinceFrom
      ? t('taskFigures.tags.openSince', { from: openSinceFrom, to: openSinceTo })
      : t('taskFigures.tags.openSinceBy', { to: openSinceTo })
    tags.push(['openSinceTo', days, { openSinceFrom: undefined, openSinceTo: undefined }])
  }
  if (doneFrom || doneTo) {
    const days = t('taskFigures.tags.done', { from: doneFrom ?? '', to: doneTo ?? '' })
    tags.push(['doneFrom', days, { doneFrom: undefined, doneTo: undefined }])
  }
  if (list.cause) {
    tags.push(['cause', t('taskFigures.tags.cause', { cause: causeName(list.cause) }), { cause: undefined }])
  }
  if (list.openOn) tags.push(['openOn', t('taskFigures.tags.openOn', { day: list.openOn }), { openOn: undefined }])
  if (returned) {
    const { within, from, to } = returned
    tags.push(['returned', t('taskFigures.tags.returned', { days: within, from, to }), { returned: undefined }])
  }
  if (list.counted) tags.push(['counted', t('taskFigures.tags.counted'), { counted: undefined }])
  return tags.map(([name, text, off]) => (
    <Tag key={name} closable={{ 'aria-label': t('taskFigures.tags.off', { text }) }} onClose={() => onChange(off)}>
      {text}
    </Tag>
  ))
}

/** Names of causes and of their groups in the reader's language, once they are there. */
export function useCauseNames(): { nameOf: (id: string) => string; isThere: boolean } {
  const t = useTranslate()
  const language = useLanguage()
  const { data } = useQuery(useApi().rectifications.causes.queryOptions({ input: {} }))
  const names = new Map((data ?? []).flatMap((group) => [group, ...group.sub]).map((one) => [one.id, one]))
  function nameOf(id: string): string {
    if (id === NO_CAUSE) return t('taskFigures.noCause')
    const one = names.get(id)
    return one ? textIn(one, language) : id
  }
  return { nameOf, isThere: data !== undefined }
}
