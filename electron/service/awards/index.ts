import type { HandlersOf } from '../handlers.ts'
import { readAwardRules } from './award-rules.ts'

export const awardsHandlers: HandlersOf<'awards'> = {
  rules: ({ ports }) => readAwardRules(ports.content),
}
