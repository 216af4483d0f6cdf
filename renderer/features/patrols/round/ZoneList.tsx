import { useStore } from 'zustand'
import type { PatrolSheet } from '../../../../shared/contract/patrols.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { textIn } from '../wording.ts'
import { countAnswers, type RoundBook } from './round-book.ts'
import type { Round } from './use-round.ts'
import styles from './ZoneList.module.css'

/** The walk: zones in order, how far each is, what failed there and who takes it. */
export function ZoneList({ round, book, onOpen }: { round: Round; book: RoundBook; onOpen: (zone: string) => void }) {
  const t = useTranslate()
  return (
    <nav className={styles.zones} aria-label={t('patrols.zones.label')}>
      {book.sheet.zones.map((zone) => (
        <ZoneEntry key={zone.id} zone={zone} round={round} book={book} onOpen={onOpen} />
      ))}
    </nav>
  )
}

interface ZoneEntryProps {
  zone: PatrolSheet['zones'][number]
  round: Round
  book: RoundBook
  onOpen: (zone: string) => void
}

function ZoneEntry({ zone, round, book, onOpen }: ZoneEntryProps) {
  const t = useTranslate()
  const language = useLanguage()
  const isCurrent = useStore(round.store, ({ cursor }) => book.itemById.get(cursor ?? '')?.zone === zone.id)
  const { due, answered, fail } = countAnswers(
    book.sheet.items.filter((item) => item.zone === zone.id),
    book.answers,
  )
  return (
    <button type="button" className={styles.zone} aria-current={isCurrent || undefined} onClick={() => onOpen(zone.id)}>
      <span className={styles.name}>{textIn(zone, language)}</span>
      <small>
        {zone.assignee && `${zone.assignee.name} `}
        {answered}/{due}
        {fail > 0 && (
          <span className={styles.fails} title={t('patrols.zones.fails', { count: fail })}>
            <span aria-hidden="true">●</span>
            {fail}
          </span>
        )}
      </small>
      <span className={styles.track}>
        <span style={{ width: `${due > 0 ? (100 * answered) / due : 0}%` }} />
      </span>
    </button>
  )
}
