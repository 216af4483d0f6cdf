import type { Translated } from '../translated.ts'
import type { taskBatches as chinese } from '../zh-CN/taskBatches.ts'

export const taskBatches: Translated<typeof chinese> = {
  picked: '{{count}} selected',
  pickHint: 'Select',
  pickNone: 'Clear selection',
  pick: 'Select {{no}}',
  steps: { assign: 'Assign', accept: 'Accept', verify: 'Verify', transfer: 'Transfer', urge: 'Urge' },
  title: '{{step}}: {{count}}',
  done: '{{step}}: {{count}} done',
  noneDone: '{{step}}: none was done',
  refused: '{{count}} refused: {{list}}',
  refusedOne: '{{no}} {{reason}}',
  join: '; ',
  andMore: 'and more',
  undone: '{{count}} taken back',
  due: 'Due (end of that day)',
}
