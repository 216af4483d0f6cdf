import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { PatrolSheet } from '../../../../shared/contract/patrols.ts'
import { formatTime } from '../../../app/formats.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { HEAD_ROLES, LEAD_ROLES, STAFF_ROLES } from '../../../app/role-sets.ts'
import { navigate, useLocation } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { roundTitle, STATE_TONES } from '../wording.ts'
import { CorrectDrawer } from './CorrectDrawer.tsx'
import { CurrentItem } from './CurrentItem.tsx'
import { GiveBackDialog } from './GiveBackDialog.tsx'
import { ItemList } from './ItemList.tsx'
import { RoundCounts } from './RoundHeader.tsx'
import styles from './RoundPage.module.css'
import { countAnswers, type RoundBook } from './round-book.ts'
import { useCursor } from './round-view.ts'
import { TempoBanner } from './TempoBanner.tsx'
import { useCursorCommands } from './use-cursor-commands.ts'
import { useRecheck } from './use-recheck.ts'
import { useBook, useRound } from './use-round.ts'
import { ZoneList } from './ZoneList.tsx'

const NOTHING = () => undefined

/** A round that was handed in: to be read, corrected with a reason, given back, or re-checked. */
export function ClosedRound({ sheet }: { sheet: PatrolSheet }) {
  const t = useTranslate()
  const { person } = useSignedIn()
  const { params } = useLocation()
  const book = useBook(sheet)
  const round = useRound(book)
  const [dialog, setDialog] = useState<'correct' | 'give-back'>()
  const item = book.itemById.get(useCursor(round) ?? '')
  const mayCorrect = STAFF_ROLES.includes(person.role) && sheet.patrol.kind !== 'import'
  const close = () => setDialog(undefined)

  useEffect(() => {
    if (params.item) round.actions.moveTo(params.item)
  }, [params.item, round])
  useCursorCommands(round, book)
  useCommands([
    {
      id: 'round-correct',
      key: 'patrols.done.correct',
      shortcut: 'E',
      when: () => mayCorrect,
      run: () => setDialog('correct'),
    },
    {
      id: 'round-print',
      key: 'patrols.header.print',
      shortcut: 'Ctrl+P',
      run: () => navigate('/patrols', { print: sheet.patrol.uid }),
    },
  ])
  useKeyHints([
    { keys: ['Up', 'Down'], text: t('patrols.keys.move') },
    { keys: ['Left', 'Right'], text: t('patrols.keys.zone') },
    ...(mayCorrect ? [{ keys: ['E'], text: t('patrols.keys.correct') }] : []),
    { keys: ['F'], text: t('patrols.keys.failed') },
    { keys: ['/'], text: t('patrols.keys.unanswered') },
    { keys: ['Esc'], text: t('patrols.keys.back') },
  ])

  return (
    <div className={styles.page}>
      <ClosedHeader book={book} mayCorrect={mayCorrect} onDialog={setDialog} />
      <TempoBanner patrol={sheet.patrol} />
      <div className={styles.columns}>
        <ZoneList round={round} book={book} onOpen={round.actions.openZone} />
        <ItemList round={round} book={book} isReadOnly onPassRest={NOTHING} />
        <CurrentItem round={round} book={book} isReadOnly />
      </div>
      {dialog === 'correct' && item && <CorrectDrawer book={book} item={item} onClose={close} />}
      {dialog === 'give-back' && <GiveBackDialog patrol={sheet.patrol} onClose={close} />}
    </div>
  )
}

function ClosedHeader({
  book,
  mayCorrect,
  onDialog,
}: {
  book: RoundBook
  mayCorrect: boolean
  onDialog: (dialog: 'correct' | 'give-back') => void
}) {
  const t = useTranslate()
  const { person, zone, today } = useSignedIn()
  const { patrol } = book.sheet
  const recheck = useRecheck()
  const counts = countAnswers(book.sheet.items, book.answers)
  const mayRecheck = LEAD_ROLES.includes(person.role) && counts.fail > 0
  const mayGiveBack = HEAD_ROLES.includes(person.role) && patrol.state === 'submitted' && patrol.kind === 'round'
  return (
    <header className={styles.header}>
      <h1>{roundTitle(patrol, t)}</h1>
      {patrol.on !== today && <span className="muted">{patrol.on}</span>}
      <StatusTag tone={STATE_TONES[patrol.state]}>{t(`patrols.states.${patrol.state}`)}</StatusTag>
      {patrol.isLateEntry && <StatusTag tone="amber">{t('patrols.lateEntry')}</StatusTag>}
      {patrol.kind === 'import' && <StatusTag>{t('patrols.kinds.import')}</StatusTag>}
      <RoundCounts book={book} />
      <span className={styles.gap} />
      {patrol.submittedBy && patrol.submittedAt !== null && (
        <span className="muted">
          {t('patrols.header.submittedBy', {
            name: patrol.submittedBy.name,
            time: formatTime(patrol.submittedAt, zone),
          })}
        </span>
      )}
      {mayGiveBack && <Button onClick={() => onDialog('give-back')}>{t('patrols.done.giveBack')}</Button>}
      {mayRecheck && (
        <Button loading={recheck.isPending} onClick={() => recheck.run(patrol.uid)}>
          {t('patrols.done.recheck')}
        </Button>
      )}
      {mayCorrect && (
        <Button onClick={() => onDialog('correct')}>
          {t('patrols.done.correct')} <Kbd keys="E" />
        </Button>
      )}
    </header>
  )
}
