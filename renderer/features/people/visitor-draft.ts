import type { Person } from '../../../shared/contract/people.ts'
import { isVisitorPost, type VisitorPost } from '../../../shared/roles.ts'

export interface VisitorDraft {
  name: string
  post: VisitorPost
  unit: string
  validUntil: string | null
}

export function draftOfVisitor(visitor: Person | undefined): VisitorDraft {
  return {
    name: visitor?.name ?? '',
    post: visitor && isVisitorPost(visitor.post) ? visitor.post : 'branch-inspector',
    unit: visitor?.unit ?? '',
    validUntil: visitor?.validUntil ?? null,
  }
}

export function fieldsOfVisitor(draft: VisitorDraft) {
  const unit = draft.unit.trim()
  return { ...draft, name: draft.name.trim(), unit: unit === '' ? null : unit }
}
