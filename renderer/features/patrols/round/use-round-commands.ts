import { ANSWERS } from '../../../../shared/contract/patrols.ts'
import type { Command } from '../../../app/commands.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { LEAD_ROLES } from '../../../app/role-sets.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { notify } from '../../../ui/toast-store.ts'
import type { RoundDialog } from './OpenRound.tsx'
import type { RoundBook } from './round-book.ts'
import { useCursorCommands } from './use-cursor-commands.ts'
import type { Round } from './use-round.ts'

interface Options {
  round: Round
  book: RoundBook
  isReadOnly: boolean
  onDialog: (dialog: RoundDialog) => void
  onPassRest: (zone: string) => void
}

/** Every key of the walk. */
export function useRoundCommands({ round, book, isReadOnly, onDialog, onPassRest }: Options): void {
  const t = useTranslate()
  const { person } = useSignedIn()
  const { store, actions } = round
  const mayWrite = () => !isReadOnly
  const current = () => book.itemById.get(store.getState().cursor ?? '')
  const onItem = (run: (id: string) => void) => () => {
    const item = current()
    if (item) run(item.id)
  }
  const isConflict = () => mayWrite() && (store.getState().cursor ?? '') in store.getState().conflicts

  function takePhoto(): void {
    if (current()?.photo_on_fail) onDialog('camera')
    else notify({ tone: 'note', text: t('patrols.photos.forbidden') })
  }

  const answers: Command[] = ANSWERS.map((value, index) => ({
    id: `round-answer-${value}`,
    key: 'patrols.keys.answerAs',
    params: { answer: t(`patrols.answersFull.${value}`) },
    shortcut: String(index + 1),
    isKeyOnly: true,
    when: mayWrite,
    run: onItem((id) => actions.answer(id, value)),
  }))

  useCommands([
    ...answers,
    {
      id: 'round-rest',
      key: 'patrols.zones.rest',
      shortcut: 'Z',
      when: mayWrite,
      run: () => onPassRest(current()?.zone ?? ''),
    },
    {
      id: 'round-note',
      key: 'patrols.keys.note',
      shortcut: 'N',
      when: mayWrite,
      run: () => round.fields.note.current?.focus(),
    },
    { id: 'round-photo', key: 'patrols.keys.photo', shortcut: 'P', when: mayWrite, run: takePhoto },
    {
      id: 'round-submit',
      key: 'patrols.header.submit',
      shortcut: 'Ctrl+Enter',
      when: mayWrite,
      run: () => onDialog('submit'),
    },
    {
      id: 'round-theirs',
      key: 'patrols.keys.keepTheirs',
      shortcut: 'O',
      isKeyOnly: true,
      when: isConflict,
      run: onItem((id) => actions.resolveConflict(id, 'theirs')),
    },
    {
      id: 'round-mine',
      key: 'patrols.keys.useMine',
      shortcut: 'M',
      isKeyOnly: true,
      when: isConflict,
      run: onItem((id) => actions.resolveConflict(id, 'mine')),
    },
    { id: 'round-retry', key: 'patrols.keys.retry', shortcut: 'R', when: mayWrite, run: round.outbox.retry },
    {
      id: 'round-hand-off',
      key: 'patrols.keys.handOff',
      shortcut: 'H',
      when: () => mayWrite() && LEAD_ROLES.includes(person.role),
      run: () => onDialog('hand-off'),
    },
    {
      id: 'round-conditions',
      key: 'patrols.keys.conditions',
      when: () => mayWrite() && LEAD_ROLES.includes(person.role),
      run: () => onDialog('conditions'),
    },
    {
      id: 'round-print',
      key: 'patrols.header.print',
      shortcut: 'Ctrl+P',
      run: () => navigate('/patrols', { print: book.sheet.patrol.uid }),
    },
  ])
  useCursorCommands(round, book)
  useRoundHints(isReadOnly, LEAD_ROLES.includes(person.role))
}

function useRoundHints(isReadOnly: boolean, isLead: boolean): void {
  const t = useTranslate()
  const move = [
    { keys: ['Up', 'Down'], text: t('patrols.keys.move') },
    { keys: ['Left', 'Right'], text: t('patrols.keys.zone') },
  ]
  const filter = { keys: ['/'], text: t('patrols.keys.unanswered') }
  useKeyHints(
    isReadOnly
      ? [...move, filter, { keys: ['Ctrl+P'], text: t('patrols.header.print') }]
      : [
          ...ANSWERS.map((value, index) => ({ keys: [String(index + 1)], text: t(`patrols.answers.${value}`) })),
          ...move,
          { keys: ['N'], text: t('patrols.keys.note') },
          { keys: ['P'], text: t('patrols.keys.photo') },
          { keys: ['Z'], text: t('patrols.keys.rest') },
          ...(isLead ? [{ keys: ['H'], text: t('patrols.keys.handOffShort') }] : []),
          filter,
        ],
    isReadOnly ? undefined : t('patrols.keys.promise'),
  )
}
