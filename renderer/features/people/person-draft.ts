import type { Person } from '../../../shared/contract/people.ts'
import { type Duty, isVisitorPost, type Post } from '../../../shared/roles.ts'

export interface PersonDraft {
  name: string
  staffNo: string
  post: Post
  duties: Duty[]
  joinedOn: string | null
  certificateValidTo: string | null
}

export function draftOf(person: Person | undefined): PersonDraft {
  return {
    name: person?.name ?? '',
    staffNo: person?.staffNo ?? '',
    post: person && !isVisitorPost(person.post) ? person.post : 'teller',
    duties: person?.duties ?? [],
    joinedOn: person?.joinedOn ?? null,
    certificateValidTo: person?.certificateValidTo ?? null,
  }
}

/** An emptied staff number is none at all. */
export function fieldsOf(draft: PersonDraft) {
  const staffNo = draft.staffNo.trim()
  return { ...draft, name: draft.name.trim(), staffNo: staffNo === '' ? null : staffNo }
}
