import { wordKey } from '../../../shared/domain/imports/normalize.ts'
import { checklists as english } from '../../../shared/messages/en/checklists.ts'
import type { Language } from '../../../shared/messages/language.ts'
import { checklists as chinese } from '../../../shared/messages/zh-CN/checklists.ts'

type Texts = typeof chinese
export type ColumnName = keyof Texts['column']
export type WordGroup = 'severity' | 'kind' | 'cadence' | 'weekday' | 'round' | 'owner'

export function textsIn(language: Language): Texts {
  return language === 'en' ? english : chinese
}

const GROUPS: readonly WordGroup[] = ['severity', 'kind', 'cadence', 'weekday', 'round', 'owner']

/** The id that a word of a file stands for: in either language, or the id itself. */
const IDS = new Map(
  GROUPS.map((group) => [
    group,
    new Map(
      [chinese[group], english[group]].flatMap((words) =>
        Object.entries(words).flatMap(([id, word]): [string, string][] => [
          [wordKey(id), id],
          [wordKey(word), id],
        ]),
      ),
    ),
  ]),
)

export function idOf(group: WordGroup, text: string): string | undefined {
  return IDS.get(group)?.get(wordKey(text))
}

const YES = new Set(['是', 'yes', 'y', 'true', '1', '√', '✓', '启用'].map(wordKey))
const NO = new Set(['否', 'no', 'n', 'false', '0', '×', '关闭'].map(wordKey))

export function yesOrNo(text: string): boolean | undefined {
  const key = wordKey(text)
  return YES.has(key) ? true : NO.has(key) ? false : undefined
}
