import { useEffect, useLayoutEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { PatrolSheet } from '../../../../shared/contract/patrols.ts'
import { LEAD_ROLES, STAFF_ROLES } from '../../../app/role-sets.ts'
import { useLocation } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { ConditionsDialog } from './ConditionsDialog.tsx'
import { CurrentItem } from './CurrentItem.tsx'
import { HandOffDialog } from './HandOffDialog.tsx'
import { ItemList } from './ItemList.tsx'
import { PassRestDialog } from './PassRestDialog.tsx'
import { RoundBanners } from './RoundBanners.tsx'
import { RoundHeader } from './RoundHeader.tsx'
import styles from './RoundPage.module.css'
import type { RoundBook } from './round-book.ts'
import { SeenAtDialog } from './SeenAtDialog.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import { useDayConditions } from './use-day-conditions.ts'
import { usePassRest } from './use-pass-rest.ts'
import { type Round, useBook, useRound } from './use-round.ts'
import { useRoundCommands } from './use-round-commands.ts'
import { ZoneList } from './ZoneList.tsx'

export type RoundDialog = 'submit' | 'hand-off' | 'conditions' | 'seen-at' | 'camera'

/** The walk itself: zones at the left, items in the middle, the item under the cursor at the right. */
export function OpenRound({ sheet }: { sheet: PatrolSheet }) {
  const { person } = useSignedIn()
  const { params } = useLocation()
  const book = useBook(sheet)
  const round = useRound(book)
  const isReadOnly = !STAFF_ROLES.includes(person.role)
  const [dialog, setDialog] = useFirstDialog(book, round, isReadOnly)
  const rest = usePassRest(round, sheet)
  const close = () => setDialog(undefined)

  useEffect(() => {
    if (params.item) round.actions.moveTo(params.item)
  }, [params.item, round])
  useRoundCommands({ round, book, isReadOnly, onDialog: setDialog, onPassRest: rest.wish })

  return (
    <div className={styles.page}>
      <RoundHeader book={book} isReadOnly={isReadOnly} onDialog={setDialog} />
      <RoundBanners round={round} book={book} isReadOnly={isReadOnly} onDialog={setDialog} />
      <div className={styles.columns}>
        <ZoneList round={round} book={book} onOpen={round.actions.openZone} />
        <ItemList round={round} book={book} isReadOnly={isReadOnly} onPassRest={rest.wish} />
        <CurrentItem
          round={round}
          book={book}
          isReadOnly={isReadOnly}
          isCameraOpen={dialog === 'camera'}
          onDialog={setDialog}
        />
      </div>
      {dialog === 'submit' && <SubmitDialog round={round} book={book} onClose={close} />}
      {dialog === 'hand-off' && <HandOffDialog round={round} book={book} onClose={close} />}
      {rest.asked && (
        <PassRestDialog round={round} book={book} zone={rest.asked} onConfirm={rest.confirm} onClose={rest.leave} />
      )}
      {dialog === 'conditions' && <ConditionsDialog on={book.sheet.patrol.on} onClose={close} />}
      {dialog === 'seen-at' && <SeenAtDialog round={round} patrol={book.sheet.patrol} onClose={close} />}
    </div>
  )
}

/** Asked by itself, one at a time: when a late entry was seen, then the day's conditions. */
function useFirstDialog(book: RoundBook, round: Round, isReadOnly: boolean) {
  const { person, today } = useSignedIn()
  const [dialog, setDialog] = useState<RoundDialog>()
  const { patrol } = book.sheet
  const isLate = patrol.state === 'missed' || patrol.state === 'late'
  const seenAt = useStore(round.store, (state) => state.seenAt)
  const mayAsk = LEAD_ROLES.includes(person.role) && patrol.on === today && patrol.kind === 'round'
  const conditions = useDayConditions(patrol.on, mayAsk)
  const isUnasked = conditions?.some(({ value }) => value === null) ?? false
  const [wasAsked, setAsked] = useState(false)

  useLayoutEffect(() => {
    if (isReadOnly || dialog) return
    if (isLate && seenAt === undefined) setDialog('seen-at')
    else if (isUnasked && !wasAsked) {
      setAsked(true)
      setDialog('conditions')
    }
  }, [isReadOnly, dialog, isLate, seenAt, isUnasked, wasAsked])
  return [dialog, setDialog] as const
}
