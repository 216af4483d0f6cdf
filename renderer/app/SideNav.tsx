import type { MouseEvent } from 'react'
import { useStore } from 'zustand'
import { navCountStore } from './nav-count-store.ts'
import { navigate, useLocation } from './route-store.ts'
import { type Route, routesFor } from './routes.ts'
import styles from './Shell.module.css'
import { useSignedIn } from './session.ts'
import { useTranslate } from './use-translate.ts'

export function SideNav() {
  const t = useTranslate()
  const { person } = useSignedIn()
  const routes = routesFor(person.role)
  const work = routes.filter(({ group }) => group === 'work')
  const office = routes.filter(({ group }) => group === 'office')
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      {work.map((route) => (
        <NavEntry key={route.id} route={route} />
      ))}
      {office.length > 0 && <hr />}
      {office.map((route) => (
        <NavEntry key={route.id} route={route} />
      ))}
    </nav>
  )
}

function NavEntry({ route }: { route: Route }) {
  const t = useTranslate()
  const { path } = useLocation()
  const count = useStore(navCountStore, (counts) => counts[route.id])

  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    navigate(route.path)
  }

  return (
    <a href={route.path} onClick={open} aria-current={path === route.path ? 'page' : undefined}>
      {t(route.navKey)}
      {count ? <em data-urgent={count.isUrgent || undefined}>{count.text}</em> : <em>{route.shortcut}</em>}
    </a>
  )
}
