import { useStore } from 'zustand'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { Photo } from '../../../ui/photos/Photo.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { ANSWER_TONES, monthDay } from '../wording.ts'
import { ConflictCard } from './ConflictCard.tsx'
import { CorrectionLine } from './CorrectionLine.tsx'
import { DevicesAsked } from './DevicesAsked.tsx'
import styles from './ItemPanel.module.css'
import { LaterNote } from './LaterTag.tsx'
import { NoteBox } from './NoteBox.tsx'
import { Photos } from './Photos.tsx'
import { ReadingField } from './ReadingField.tsx'
import type { RoundBook } from './round-book.ts'
import { shownChoice } from './round-store.ts'
import { SavedLine } from './SavedLine.tsx'
import { TaskCard } from './TaskCard.tsx'
import type { Round } from './use-round.ts'

interface ItemPanelProps {
  round: Round
  book: RoundBook
  item: ChecklistItem
  isReadOnly: boolean
  isCameraOpen: boolean
  onCamera: (isOpen: boolean) => void
}

/** Everything about the item under the cursor. */
export function ItemPanel({ round, book, item, isReadOnly, isCameraOpen, onCamera }: ItemPanelProps) {
  const language = useLanguage()
  const answer = book.answers.get(item.id)
  const pending = useStore(round.store, (state) => state.pending[item.id])
  const draft = useStore(round.store, (state) => state.drafts[item.id])
  const conflict = useStore(round.store, (state) => state.conflicts[item.id])
  const shown = draft ?? shownChoice(pending, answer)
  const later = answer ? undefined : book.sheet.answerableFrom[item.id]
  const how = textIn({ zh: item.how_to_check_zh, en: item.how_to_check_en }, language)
  return (
    <aside className={styles.panel} aria-label={textIn(item, language)}>
      <div>
        <h2>{textIn(item, language)}</h2>
        <p className="muted">{how}</p>
        {later !== undefined && <LaterNote from={later} />}
      </div>
      <Reference item={item} />
      <LastFive book={book} item={item} />
      {conflict && (
        <ConflictCard conflict={conflict} onResolve={(keep) => round.actions.resolveConflict(item.id, keep)} />
      )}
      {item.reading && (
        <ReadingField round={round} book={book} item={item} value={shown?.reading ?? null} isReadOnly={isReadOnly} />
      )}
      <NoteBox
        key={shown?.note ?? ''}
        round={round}
        item={item}
        value={shown?.value}
        note={shown?.note ?? ''}
        answered={shownChoice(pending, answer)?.note ?? ''}
        patrolUid={book.sheet.patrol.uid}
        isDraft={draft?.value === 'fixed'}
        isReadOnly={isReadOnly}
      />
      <Photos
        key={item.id}
        round={round}
        item={item}
        hashes={shown?.photos ?? []}
        takenAt={answer?.seenAt}
        isReadOnly={isReadOnly}
        isCameraOpen={isCameraOpen}
        onCamera={onCamera}
      />
      <TaskCard round={round} book={book} item={item} value={draft?.value ?? shown?.value} isReadOnly={isReadOnly} />
      <DevicesAsked
        patrolUid={book.sheet.patrol.uid}
        item={item}
        isFailed={answer?.value === 'fail' && pending === undefined}
        isReadOnly={isReadOnly}
      />
      <CorrectionLine answer={answer} />
      <SavedLine pending={pending} draft={draft} answer={answer} />
    </aside>
  )
}

/** How it looks when it passes, and which clauses ask for it. */
function Reference({ item: { reference_photo: hash, clauses = [], ...item } }: { item: ChecklistItem }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <>
      {hash && (
        <div>
          <h3 className={styles.label}>{t('patrols.item.reference')}</h3>
          <div className={styles.reference}>
            <Photo hash={hash} label={t('patrols.item.referenceOf', { item: textIn(item, language) })} />
          </div>
        </div>
      )}
      {clauses.length > 0 && (
        <p className="faint">{t('patrols.item.clauses', { clauses: clauses.join(t('patrols.comma')) })}</p>
      )}
    </>
  )
}

function LastFive({ book, item }: { book: RoundBook; item: ChecklistItem }) {
  const t = useTranslate()
  const last = [...(book.contexts.get(item.id)?.lastAnswers ?? [])].reverse()
  const answer = book.answers.get(item.id)
  return (
    <div>
      <h3 className={styles.label}>{t('patrols.item.lastFive')}</h3>
      <div className={styles.last}>
        {last.map(({ on, value }) => (
          <span key={on} title={`${on} ${t(`patrols.answersFull.${value}`)}`}>
            <StatusTag tone={ANSWER_TONES[value]}>{monthDay(on)}</StatusTag>
          </span>
        ))}
        {last.length === 0 && <span className="faint">{t('patrols.item.noLast')}</span>}
        {answer && (
          <span title={t(`patrols.answersFull.${answer.value}`)}>
            <StatusTag tone={ANSWER_TONES[answer.value]}>{t('patrols.item.today')}</StatusTag>
          </span>
        )}
      </div>
    </div>
  )
}
