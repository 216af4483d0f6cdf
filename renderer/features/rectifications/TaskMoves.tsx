import { Button } from 'antd'
import type { Move, RectificationCard } from '../../../shared/contract/rectifications.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { formatShortDay } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { inOrder, MOVE_KEYS, type Step, startOf } from './move-draft.ts'
import styles from './TaskCard.module.css'
import { ownerName } from './task-labels.ts'
import { useTaskMove } from './use-task-moves.ts'

/** Steps that nobody is led to. */
const BACKWARD: readonly Move['to'][] = ['found', 'reopened', 'escalated', 'void']

interface TaskMovesProps {
  card: RectificationCard
  /** A step that asks for something opens its form; any other is taken at once. */
  onChoose: (move: Step) => void
}

export function TaskMoves({ card, onChoose }: TaskMovesProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone, person } = useSignedIn()
  const { run, isSaving, error } = useTaskMove({ onDone: () => undefined })
  const moves = inOrder(card.moves)
  const usual = moves[0] && !BACKWARD.includes(moves[0].to) ? moves[0] : undefined

  function take(step: Step) {
    if (step.requires.length > 0) onChoose(step)
    else run(card.task, step, startOf(step, card, serviceNow(), zone))
  }

  useCommands(
    moves.flatMap((move) => {
      const shortcut = MOVE_KEYS[move.to]
      const name = textIn(move, language)
      return shortcut
        ? [
            {
              id: `move-${move.to}`,
              key: 'rectifications.form.submit' as const,
              params: { move: name },
              shortcut,
              run: () => take(move),
            },
          ]
        : []
    }),
  )

  return (
    <>
      {Boolean(error) && <Failure error={error} />}
      {moves.length === 0 && <p className={styles.wait}>{waitText(card, person.role, t, language)}</p>}
      {moves.length > 0 && (
        <div className={styles.moves}>
          {moves.map((move) => (
            <Button
              key={move.to}
              type={move === usual ? 'primary' : 'default'}
              loading={isSaving && move.requires.length === 0}
              onClick={() => take(move)}
            >
              {textIn(move, language)}
              <Kbd keys={MOVE_KEYS[move.to] ?? ''} onDark={move === usual} />
            </Button>
          ))}
        </div>
      )}
      {card.acts.length > 0 && (
        <div className={styles.acts}>
          {card.acts.map((act) => (
            <Button key={act.act} type="link" size="small" disabled={isSaving} onClick={() => take(act)}>
              {textIn(act, language)}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

/** Why there is no button: whose turn it is. */
function waitText({ task }: RectificationCard, role: string, t: Translate, language: Language): string {
  const { state, owner } = task
  if (role === 'auditor') return t('rectifications.card.waitFor.reading')
  if (state === 'closed' || state === 'void') return t('rectifications.card.waitFor.closed')
  if (state === 'submitted') return t('rectifications.card.waitFor.verify')
  if (state === 'verified' || state === 'lookback') {
    return task.nextLookBackOn
      ? t('rectifications.card.waitFor.lookback', { day: formatShortDay(task.nextLookBackOn, language) })
      : t('rectifications.card.waitFor.closed')
  }
  if (state === 'found' || state === 'reopened' || state === 'escalated') return t('rectifications.card.waitFor.head')
  if (owner.person === null && owner.queue) return t('rectifications.card.waitFor.queue', { name: ownerName(owner, t) })
  return t('rectifications.card.waitFor.owner', { name: ownerName(owner, t) })
}
