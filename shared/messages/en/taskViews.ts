import type { Translated } from '../translated.ts'
import type { taskViews as chinese } from '../zh-CN/taskViews.ts'

export const taskViews: Translated<typeof chinese> = {
  list: 'List',
  board: 'Board',
  choose: 'List or board',
  more: '{{count}} more',
  noneIn: '{{state}}: none',
  saved: {
    title: 'My filters',
    none: 'No filter saved yet. Choose conditions, give them a name, and next time it takes one click.',
    apply: 'Use “{{name}}”',
    isDefault: 'The list begins here',
    forget: 'Remove “{{name}}”',
    name: 'Name',
    nameHint: 'for example Lobby, late',
    save: 'Save what is chosen',
    current: 'Chosen now: {{conditions}}',
    everything: 'no conditions',
    done: 'Saved as “{{name}}”',
    forgotten: '“{{name}}” is deleted',
    note: 'Only you see these. The same name again replaces what it stood for.',
  },
  columns: { cause: 'Cause', done: 'Done', occurrence: 'Occurrence', measure: 'Measure' },
  states: 'State',
}
