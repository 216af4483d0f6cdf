import { Button } from 'antd'
import { Suspense, use, useEffect } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LoadingRows } from '../ui/LoadingRows.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { navigate, useLocation } from './route-store.ts'
import { type Route, routeAt, type ScreenModule } from './routes.ts'
import { useSignedIn } from './session.ts'
import { useTranslate } from './use-translate.ts'

const loading = new Map<string, Promise<ScreenModule>>()

/** One promise per screen; a failed one is forgotten, so that opening it again really tries again. */
function loadScreen(route: Route): Promise<ScreenModule> {
  let screen = loading.get(route.id)
  if (!screen) {
    screen = route.load()
    screen.catch(() => loading.delete(route.id))
    loading.set(route.id, screen)
  }
  return screen
}

function ScreenOf({ route }: { route: Route }) {
  const { Screen } = use(loadScreen(route))
  return <Screen />
}

export function RouteView() {
  const t = useTranslate()
  const { path } = useLocation()
  const { person } = useSignedIn()
  const route = routeAt(path, person.role)

  useEffect(() => {
    document.title = `${route ? `${t(route.navKey)} · ` : ''}${t('common.appName')}`
    /** A chosen entry of the navigation hands the keys on to its screen. */
    if (document.activeElement?.closest('nav')) document.getElementById('main')?.focus({ preventScroll: true })
  }, [route, t])

  if (!route) {
    return (
      <EmptyState
        title={t('shell.pageNotFound')}
        text={t('shell.pageNotFoundText')}
        action={<Button onClick={() => navigate('/')}>{t('shell.goToday')}</Button>}
      />
    )
  }
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense fallback={<LoadingRows />}>
        <ScreenOf route={route} />
      </Suspense>
    </ErrorBoundary>
  )
}
