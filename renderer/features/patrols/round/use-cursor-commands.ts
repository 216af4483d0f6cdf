import type { Command } from '../../../app/commands.ts'
import { navigate } from '../../../app/route-store.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { type RoundBook, sectionsOf } from './round-book.ts'
import { toggleFilter } from './round-view.ts'
import type { Round } from './use-round.ts'

/** Moving about a round, the same while it is walked and after it was handed in. */
export function useCursorCommands(round: Round, book: RoundBook): void {
  const { store, actions } = round

  /** Along what is on screen; at a zone's end on to the next one. */
  function step(by: 1 | -1): void {
    const { filter, cursor } = store.getState()
    const items =
      filter === 'all' ? book.sheet.items : sectionsOf(book, filter, undefined, () => false).flatMap((one) => one.items)
    const at = items.findIndex(({ id }) => id === cursor)
    actions.moveTo((at < 0 ? items[0] : items[at + by])?.id)
  }

  const move = (id: string, key: Command['key'], shortcut: string, run: () => void): Command => ({
    id,
    key,
    shortcut,
    isKeyOnly: true,
    run,
  })

  useCommands([
    move('round-down', 'patrols.keys.next', 'Down', () => step(1)),
    move('round-j', 'patrols.keys.next', 'J', () => step(1)),
    move('round-up', 'patrols.keys.previous', 'Up', () => step(-1)),
    move('round-k', 'patrols.keys.previous', 'K', () => step(-1)),
    move('round-right', 'patrols.keys.nextZone', 'Right', () => actions.stepZone(1)),
    move('round-zone-next', 'patrols.keys.nextZone', ']', () => actions.stepZone(1)),
    move('round-left', 'patrols.keys.previousZone', 'Left', () => actions.stepZone(-1)),
    move('round-zone-previous', 'patrols.keys.previousZone', '[', () => actions.stepZone(-1)),
    {
      id: 'round-unanswered',
      key: 'patrols.keys.unanswered',
      shortcut: '/',
      run: () => toggleFilter(round, book, 'unanswered'),
    },
    {
      id: 'round-failed',
      key: 'patrols.keys.failed',
      shortcut: 'F',
      run: () => toggleFilter(round, book, 'failed'),
    },
    {
      id: 'round-core',
      key: 'patrols.keys.core',
      shortcut: 'C',
      run: () => toggleFilter(round, book, 'core'),
    },
    move('round-back', 'patrols.keys.back', 'Escape', () => navigate('/patrols')),
  ])
}
