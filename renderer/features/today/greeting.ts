import type { MessageKey } from '../../../shared/messages/message-key.ts'

/** Minutes since local midnight → the greeting of that hour. */
export function greetingAt(minute: number): MessageKey {
  if (minute < 11 * 60 + 30) return 'today.morning'
  if (minute < 13 * 60 + 30) return 'today.noon'
  if (minute < 18 * 60) return 'today.afternoon'
  return 'today.evening'
}

/** Colleagues greet by the given name where the family name is one character: 林予安 → 予安. */
export function callName(name: string): string {
  return /^\p{Script=Han}{3}$/u.test(name) ? name.slice(1) : name
}
