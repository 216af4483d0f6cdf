import type { ImportProblem } from '../../../shared/contract/imports.ts'
import type { MessageKey, Translate } from '../../../shared/messages/message-key.ts'

export function toneOf(problems: readonly ImportProblem[]): 'red' | 'amber' | undefined {
  if (problems.length === 0) return undefined
  return problems.some(({ blocking }) => blocking) ? 'red' : 'amber'
}

export function sentenceOf({ messageKey, params }: ImportProblem, t: Translate): string {
  return t(messageKey as MessageKey, params)
}

export function sentences(problems: readonly ImportProblem[], t: Translate): string | undefined {
  return problems.length === 0 ? undefined : problems.map((problem) => sentenceOf(problem, t)).join('\n')
}
