import { Button } from 'antd'
import { memo } from 'react'
import type { PatrolSummary } from '../../../../shared/contract/patrols.ts'
import { formatTime } from '../../../app/formats.ts'
import { LEAD_ROLES } from '../../../app/role-sets.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useNow } from '../../../services/clock.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { roundTitle, STATE_TONES } from '../wording.ts'
import type { RoundDialog } from './OpenRound.tsx'
import styles from './RoundPage.module.css'
import { countAnswers, type RoundBook } from './round-book.ts'

interface RoundHeaderProps {
  book: RoundBook
  isReadOnly: boolean
  onDialog: (dialog: RoundDialog) => void
}

export const RoundHeader = memo(function RoundHeader({ book, isReadOnly, onDialog }: RoundHeaderProps) {
  const t = useTranslate()
  const { zone, person, today } = useSignedIn()
  const { patrol } = book.sheet
  const isLead = LEAD_ROLES.includes(person.role) && !isReadOnly
  const state =
    patrol.state === 'running' && patrol.openedAt !== null
      ? t('patrols.header.since', { time: formatTime(patrol.openedAt, zone) })
      : t(`patrols.states.${patrol.state}`)
  return (
    <header className={styles.header}>
      <h1>{roundTitle(patrol, t)}</h1>
      {patrol.on !== today && <span className="muted">{patrol.on}</span>}
      <StatusTag tone={STATE_TONES[patrol.state]}>{state}</StatusTag>
      <RoundCounts book={book} />
      <span className={styles.gap} />
      <WindowLeft kind={patrol.kind} windowEnd={patrol.windowEnd} />
      <HeaderActions isLead={isLead} isRound={patrol.kind === 'round'} isReadOnly={isReadOnly} onDialog={onDialog} />
    </header>
  )
})

interface HeaderActionsProps {
  isLead: boolean
  isRound: boolean
  isReadOnly: boolean
  onDialog: (dialog: RoundDialog) => void
}

/** Apart from the counts, which change with every answer. */
const HeaderActions = memo(function HeaderActions({ isLead, isRound, isReadOnly, onDialog }: HeaderActionsProps) {
  const t = useTranslate()
  return (
    <>
      {isLead && isRound && (
        <Button type="text" onClick={() => onDialog('conditions')}>
          {t('patrols.conditions')}
        </Button>
      )}
      {isLead && (
        <Button onClick={() => onDialog('hand-off')}>
          {t('patrols.header.handOff')} <Kbd keys="H" />
        </Button>
      )}
      {!isReadOnly && (
        <Button type="primary" onClick={() => onDialog('submit')}>
          {t('patrols.header.submit')} <Kbd keys="Ctrl+Enter" onDark />
        </Button>
      )}
    </>
  )
})

/** Answered of due, the three that matter, and a bar. */
export function RoundCounts({ book }: { book: RoundBook }) {
  const t = useTranslate()
  const counts = countAnswers(book.sheet.items, book.answers)
  const { due, answered } = counts
  return (
    <>
      <span className={styles.counts}>
        <span>{t('patrols.header.answered', { done: answered, due })}</span>
        {(['pass', 'fixed', 'fail'] as const).map((value) => (
          <span key={value}>
            {t(`patrols.answers.${value}`)} {counts[value]}
          </span>
        ))}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${due > 0 ? (100 * answered) / due : 0}%` }} />
      </span>
    </>
  )
}

const MINUTE_MS = 60_000

function WindowLeft({ kind, windowEnd }: Pick<PatrolSummary, 'kind' | 'windowEnd'>) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const now = useNow()
  if (kind !== 'round') return null
  const time = formatTime(windowEnd, zone)
  const minutes = Math.ceil((windowEnd - now) / MINUTE_MS)
  return (
    <span className="muted">
      {minutes > 0 ? t('patrols.header.windowTo', { time, minutes }) : t('patrols.header.windowOver', { time })}
    </span>
  )
}
