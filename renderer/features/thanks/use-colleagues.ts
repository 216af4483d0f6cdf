import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'

/** Everybody who works here but the person themselves, found by name, pinyin or initials; undefined until they have come. */
export function useColleagues(me: string) {
  const t = useTranslate()
  const { data } = useQuery(useApi().people.list.queryOptions({ input: {} }))
  return useMemo(
    () =>
      data
        ?.filter(({ uid }) => uid !== me)
        .map(({ uid, name, pinyin, post }) => ({
          value: uid,
          label: `${name} · ${t(`posts.${post}`)}`,
          words: `${name} ${pinyin}`.toLowerCase(),
        })),
    [data, me, t],
  )
}
