import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import type { Role } from '../../app/role-sets.ts'

export interface AwardTab {
  /** In the address: `/awards?tab=`. */
  id: string
  label: MessageKey
  /** Absent: whoever opens the page. */
  roles?: readonly Role[]
  Page: LazyExoticComponent<ComponentType>
}

/** In the order of the page; the first one opens. */
export const AWARD_TABS: readonly AwardTab[] = [
  {
    id: 'list',
    label: 'awards.tabs.list',
    Page: lazy(async () => ({ default: (await import('./list/AwardsPage.tsx')).AwardsPage })),
  },
  {
    id: 'thanks',
    label: 'awards.tabs.thanks',
    Page: lazy(async () => ({ default: (await import('../thanks/index.ts')).ThanksPage })),
  },
  {
    id: 'praises',
    label: 'awards.tabs.praises',
    Page: lazy(async () => ({ default: (await import('../praises/index.ts')).PraisesPage })),
  },
  {
    id: 'wall',
    label: 'awardPapers.wall.tab',
    Page: lazy(async () => ({ default: (await import('../award-papers/index.ts')).WallPage })),
  },
  {
    id: 'suggestions',
    label: 'awards.tabs.suggestions',
    roles: ['outlet-head'],
    Page: lazy(async () => ({ default: (await import('./suggestions/SuggestionsPage.tsx')).SuggestionsPage })),
  },
  {
    id: 'numbers',
    label: 'awards.tabs.numbers',
    Page: lazy(async () => ({ default: (await import('./numbers/NumbersPage.tsx')).NumbersPage })),
  },
  {
    id: 'rules',
    label: 'awards.tabs.rules',
    Page: lazy(async () => ({ default: (await import('./rules/RulesPage.tsx')).RulesPage })),
  },
]
