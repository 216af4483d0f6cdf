import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { setNavCount } from '../../app/nav-count-store.ts'
import { STAFF_ROLES } from '../../app/role-sets.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { captureStore, openCapture } from './capture-store.ts'

const QuickCapture = lazy(() => import('./QuickCapture.tsx').then((file) => ({ default: file.QuickCapture })))
/** Tasks fall overdue without anybody changing anything. */
const RECOUNT_MS = 60_000

/** The overdue count in the navigation, and noting a problem from any screen. */
export function RectificationsCompanion() {
  const t = useTranslate()
  const { person } = useSignedIn()
  const isOpen = useStore(captureStore, (state) => state.isOpen)
  const { data } = useQuery({
    ...useApi().rectifications.counts.queryOptions({ input: {} }),
    refetchInterval: RECOUNT_MS,
  })
  const overdue = data?.overdue ?? 0
  const mayCapture = STAFF_ROLES.includes(person.role)

  useEffect(() => {
    const count = { text: t('rectifications.overdueCount', { count: overdue }), isUrgent: true }
    setNavCount('rectifications', overdue > 0 ? count : undefined)
    return () => setNavCount('rectifications', undefined)
  }, [overdue, t])

  useCommands(
    mayCapture
      ? [
          {
            id: 'capture-problem',
            key: 'rectifications.captureCommand',
            shortcut: 'Ctrl+Shift+N',
            run: openCapture,
          },
        ]
      : [],
    'everywhere',
  )
  return <Suspense fallback={null}>{isOpen && mayCapture && <QuickCapture />}</Suspense>
}
