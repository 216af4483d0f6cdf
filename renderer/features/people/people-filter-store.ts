import { createStore } from 'zustand/vanilla'
import type { Person } from '../../../shared/contract/people.ts'
import type { Post } from '../../../shared/roles.ts'
import { searchPeople } from './person-search.ts'

export interface PeopleFilter {
  query: string
  post: Post | undefined
  state: 'active' | 'inactive' | 'all'
}

export const NO_FILTER: PeopleFilter = { query: '', post: undefined, state: 'active' }

export function createPeopleFilterStore() {
  return createStore<PeopleFilter>(() => NO_FILTER)
}

export const peopleFilterStore = createPeopleFilterStore()

export function isFiltered({ query, post, state }: PeopleFilter): boolean {
  return query.trim() !== '' || post !== undefined || state !== 'active'
}

export function filterPeople(people: readonly Person[], { query, post, state }: PeopleFilter): Person[] {
  const inState = people.filter(
    (person) => (state === 'all' || person.isActive === (state === 'active')) && (!post || person.post === post),
  )
  return searchPeople(inState, query)
}
