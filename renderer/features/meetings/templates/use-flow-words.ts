import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CaptureId } from '../../../../shared/domain/meeting-keys.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'

/** What a step can show and write down, named in the reader's language. */
export function useFlowWords() {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const day = useQuery(api.meetings.day.queryOptions({ input: {} }))
  const keys = useQuery(api.meetings.wallKeys.queryOptions({ input: {} }))
  return useMemo(
    () => ({
      keys: (keys.data ?? []).map(({ id, name, isFilled }) => {
        const label = textIn(name, language)
        return { value: id, label: isFilled ? label : t('meetingViews.templates.noData', { name: label }) }
      }),
      captures: (day.data?.captures ?? []).map(({ id, name }) => ({
        value: id as CaptureId,
        label: textIn(name, language),
      })),
    }),
    [day.data, keys.data, language, t],
  )
}
