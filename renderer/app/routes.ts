import type { ComponentType } from 'react'
import type { MessageKey } from '../../shared/messages/message-key.ts'
import { READER_ROLES, REPORT_ROLES, type Role, STAFF_ROLES } from './role-sets.ts'

/** A feature's door exports its screen under this name. */
export interface ScreenModule {
  Screen: ComponentType
}

export interface Route {
  id: string
  /** One segment: finer places stand in the query. */
  path: `/${string}`
  navKey: MessageKey
  /** `work` above the line of the navigation, `office` below it. */
  group: 'work' | 'office'
  roles: readonly Role[]
  shortcut?: string
  load: () => Promise<ScreenModule>
  /** Shown beside every screen while somebody of these roles is signed in. */
  loadCompanion?: () => Promise<{ Companion: ComponentType }>
}

/** In the order of the navigation. Each screen is a chunk of its own. */
export const ROUTES: readonly Route[] = [
  {
    id: 'today',
    path: '/',
    navKey: 'nav.today',
    group: 'work',
    roles: READER_ROLES,
    shortcut: 'T',
    load: () => import('../features/today/index.ts'),
  },
  {
    id: 'meetings',
    path: '/meetings',
    navKey: 'nav.meetings',
    group: 'work',
    roles: READER_ROLES,
    load: () => import('../features/meetings/index.ts'),
  },
  {
    id: 'patrols',
    path: '/patrols',
    navKey: 'nav.patrols',
    group: 'work',
    roles: READER_ROLES,
    load: () => import('../features/patrols/index.ts'),
    loadCompanion: () => import('../features/patrols/companion.ts'),
  },
  {
    id: 'rectifications',
    path: '/rectifications',
    navKey: 'nav.rectifications',
    group: 'work',
    roles: READER_ROLES,
    load: () => import('../features/rectifications/index.ts'),
    loadCompanion: () => import('../features/rectifications/companion.ts'),
  },
  {
    id: 'devices',
    path: '/devices',
    navKey: 'nav.devices',
    group: 'work',
    roles: READER_ROLES,
    load: () => import('../features/devices/index.ts'),
  },
  {
    id: 'moods',
    path: '/moods',
    navKey: 'nav.moods',
    group: 'work',
    roles: STAFF_ROLES,
    shortcut: 'Y',
    load: () => import('../features/moods/index.ts'),
  },
  {
    id: 'awards',
    path: '/awards',
    navKey: 'nav.awards',
    group: 'work',
    roles: READER_ROLES,
    load: () => import('../features/awards/index.ts'),
    loadCompanion: () => import('../features/thanks/companion.ts'),
  },
  {
    id: 'reports',
    path: '/reports',
    navKey: 'nav.reports',
    group: 'work',
    roles: REPORT_ROLES,
    load: () => import('../features/reports/index.ts'),
  },
  {
    id: 'notices',
    path: '/notices',
    navKey: 'nav.notices',
    group: 'office',
    roles: READER_ROLES,
    load: () => import('../features/notices/index.ts'),
  },
  {
    id: 'people',
    path: '/people',
    navKey: 'nav.people',
    group: 'office',
    roles: READER_ROLES,
    load: () => import('../features/people/index.ts'),
  },
  {
    id: 'imports',
    path: '/imports',
    navKey: 'nav.imports',
    group: 'office',
    roles: REPORT_ROLES,
    load: () => import('../features/imports/index.ts'),
  },
  {
    id: 'checklists',
    path: '/checklists',
    navKey: 'nav.standards',
    group: 'office',
    roles: READER_ROLES,
    load: () => import('../features/checklists/index.ts'),
  },
  {
    id: 'audit',
    path: '/audit',
    navKey: 'nav.audit',
    group: 'office',
    roles: ['outlet-head', 'branch-lead', 'auditor'],
    load: () => import('../features/audit/index.ts'),
  },
  {
    id: 'backups',
    path: '/backups',
    navKey: 'nav.backups',
    group: 'office',
    roles: ['outlet-head', 'ops-supervisor'],
    load: () => import('../features/backups/index.ts'),
  },
  {
    id: 'settings',
    path: '/settings',
    navKey: 'nav.settings',
    group: 'office',
    roles: READER_ROLES,
    load: () => import('../features/settings/index.ts'),
  },
]

export function routesFor(role: Role): Route[] {
  return ROUTES.filter(({ roles }) => roles.includes(role))
}

export function routeAt(path: string, role: Role): Route | undefined {
  return routesFor(role).find((route) => route.path === path)
}
