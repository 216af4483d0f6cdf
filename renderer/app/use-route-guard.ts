import { useEffect, useState } from 'react'
import { guardRoute } from './route-store.ts'

/** Going to another place, or closing the window, asks first while `isDirty`. */
export function useRouteGuard(isDirty: boolean) {
  const [go, setGo] = useState<() => void>()

  useEffect(() => {
    if (!isDirty) return undefined
    const letGo = guardRoute((leave) => setGo(() => leave))
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => {
      letGo()
      window.removeEventListener('beforeunload', warn)
    }
  }, [isDirty])

  return {
    isAsking: go !== undefined,
    stay: () => setGo(undefined),
    discard() {
      setGo(undefined)
      go?.()
    },
  }
}
