import { Button } from 'antd'
import type { PatrolSummary } from '../../../../shared/contract/patrols.ts'
import type { MessageKey } from '../../../../shared/messages/message-key.ts'
import { formatTime } from '../../../app/formats.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { STAFF_ROLES } from '../../../app/role-sets.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { useStartRound } from '../use-open-round.ts'

const WORDS: Partial<
  Record<PatrolSummary['state'], { title: MessageKey; text: MessageKey; go: MessageKey | undefined }>
> = {
  planned: { title: 'patrols.start.notYet', text: 'patrols.start.notYetText', go: undefined },
  late: { title: 'patrols.start.late', text: 'patrols.start.lateText', go: 'patrols.start.goLate' },
  missed: { title: 'patrols.start.missed', text: 'patrols.start.missedText', go: 'patrols.start.goLate' },
}
const READY = { title: 'patrols.start.ready', text: 'patrols.start.readyText', go: 'patrols.start.go' } as const

export function UnopenedRound({ patrol }: { patrol: PatrolSummary }) {
  const t = useTranslate()
  const { zone, person } = useSignedIn()
  const { start, isStarting } = useStartRound()
  const words = WORDS[patrol.state] ?? READY
  const mayStart = words.go !== undefined && STAFF_ROLES.includes(person.role)
  const params = {
    round: t(`patrols.rounds.${patrol.round}`),
    from: formatTime(patrol.windowStart, zone),
    to: formatTime(patrol.windowEnd, zone),
  }
  const begin = () => start(patrol.uid)
  useCommands([
    { id: 'round-start', key: 'patrols.start.go', shortcut: 'Enter', when: () => mayStart, run: begin },
    {
      id: 'round-back',
      key: 'patrols.keys.back',
      shortcut: 'Escape',
      isKeyOnly: true,
      run: () => navigate('/patrols'),
    },
  ])
  useKeyHints([
    ...(mayStart ? [{ keys: ['Enter'], text: t('patrols.start.go') }] : []),
    { keys: ['Esc'], text: t('patrols.keys.back') },
  ])
  return (
    <EmptyState
      title={t(words.title, params)}
      text={t(words.text, params)}
      action={
        <>
          <Button onClick={() => navigate('/patrols')}>{t('patrols.toList')}</Button>
          {mayStart && words.go && (
            <Button type="primary" loading={isStarting} onClick={begin}>
              {t(words.go)} <Kbd keys="Enter" onDark />
            </Button>
          )}
        </>
      }
    />
  )
}
