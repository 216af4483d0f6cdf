import { useRef } from 'react'
import type { ImportPreview } from '../../../shared/contract/imports.ts'
import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import type { WordKind } from './decisions.ts'

export type Word = ImportPreview['unknown']['people'][number]
export type Words = Record<WordKind, Word[]>

/** What blocks rows first: a name may stay text. */
export const WORD_KINDS = ['posts', 'items', 'people'] as const

/** A decided word is unknown no longer; it stays in the list, so that the decision can be changed. */
export function useKnownWords(kind: ImportKind, preview: ImportPreview | undefined): Words {
  const seen = useRef<{ kind: ImportKind; words: Words }>({ kind, words: { people: [], items: [], posts: [] } })
  if (seen.current.kind !== kind) seen.current = { kind, words: { people: [], items: [], posts: [] } }
  if (preview) {
    const { words } = seen.current
    seen.current.words = {
      people: merge(words.people, preview.unknown.people),
      items: merge(words.items, preview.unknown.items),
      posts: merge(words.posts, preview.unknown.posts),
    }
  }
  return seen.current.words
}

function merge(before: readonly Word[], now: readonly Word[]): Word[] {
  const added = now.filter(({ key }) => !before.some((word) => word.key === key))
  return [...before, ...added]
}
