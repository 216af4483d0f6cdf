import { Button } from 'antd'
import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useEffect } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LoadingRows } from '../ui/LoadingRows.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { navigate, useLocation } from './route-store.ts'
import { type Route, routeAt } from './routes.ts'
import { useSignedIn } from './session.ts'
import { useTranslate } from './use-translate.ts'

const screens = new Map<string, LazyExoticComponent<ComponentType>>()

function screenOf(route: Route): LazyExoticComponent<ComponentType> {
  let screen = screens.get(route.id)
  if (!screen) {
    screen = lazy(() => route.load().then(({ Screen }) => ({ default: Screen })))
    screens.set(route.id, screen)
  }
  return screen
}

export function RouteView() {
  const t = useTranslate()
  const { path } = useLocation()
  const { person } = useSignedIn()
  const route = routeAt(path, person.role)

  useEffect(() => {
    document.title = `${route ? `${t(route.navKey)} · ` : ''}${t('common.appName')}`
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
  const Screen = screenOf(route)
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense fallback={<LoadingRows />}>
        <Screen />
      </Suspense>
    </ErrorBoundary>
  )
}
