import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { setNavCount } from '../../app/nav-count-store.ts'
import { useApi } from '../../services/use-client.ts'

/** `2/5` in the navigation: rounds handed in, of those planned today. Red while one is past its window. */
export function PatrolsCompanion() {
  const { data } = useQuery({ ...useApi().patrols.day.queryOptions({ input: {} }), refetchInterval: 60_000 })
  useEffect(() => {
    const rounds = data?.patrols.filter(({ kind }) => kind === 'round') ?? []
    const held = rounds.filter(({ state }) => state === 'submitted').length
    const isUrgent = rounds.some(({ state }) => state === 'late')
    setNavCount('patrols', rounds.length > 0 ? { text: `${held}/${rounds.length}`, isUrgent } : undefined)
  }, [data])
  useEffect(() => () => setNavCount('patrols', undefined), [])
  return null
}
