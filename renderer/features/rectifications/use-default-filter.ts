import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { replaceParams, useLocation } from '../../app/route-store.ts'
import { useApi } from '../../services/use-client.ts'

/** Whoever comes to the list without a wish begins with their own default filter, once per visit. */
export function useDefaultFilter(): void {
  const { params } = useLocation()
  const { data } = useQuery(useApi().rectifications.savedFilters.queryOptions({ input: {} }))
  const mayBegin = useRef(Object.keys(params).length === 0)
  const isUntouched = Object.keys(params).length === 0
  useEffect(() => {
    if (!isUntouched) mayBegin.current = false
    if (!data || !mayBegin.current) return
    mayBegin.current = false
    const first = data.find(({ isDefault }) => isDefault)
    if (first) replaceParams(first.params)
  }, [data, isUntouched])
}
