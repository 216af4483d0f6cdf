import { memo, useMemo } from 'react'
import { useStore } from 'zustand'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { countAnswers, type RoundBook } from './round-book.ts'
import type { Round } from './use-round.ts'
import styles from './ZoneList.module.css'

/** The walk: zones in order, how far each is, what failed there and who takes it. */
export const ZoneList = memo(function ZoneList({
  round,
  book,
  onOpen,
}: {
  round: Round
  book: RoundBook
  onOpen: (zone: string) => void
}) {
  const t = useTranslate()
  const language = useLanguage()
  const { sheet, answers } = book
  const zoneOf = useMemo(() => new Map(sheet.items.map(({ id, zone }) => [id, zone])), [sheet.items])
  return (
    <nav className={styles.zones} aria-label={t('patrols.zones.label')}>
      {sheet.zones.map((zone) => {
        const ofZone = sheet.items.filter((item) => item.zone === zone.id)
        const { due, answered, fail } = countAnswers(ofZone, answers)
        return (
          <ZoneEntry
            key={zone.id}
            id={zone.id}
            name={textIn(zone, language)}
            assignee={zone.assignee?.name}
            due={due}
            answered={answered}
            fails={fail}
            round={round}
            zoneOf={zoneOf}
            onOpen={onOpen}
          />
        )
      })}
    </nav>
  )
})

interface ZoneEntryProps {
  id: string
  name: string
  assignee: string | undefined
  due: number
  answered: number
  fails: number
  round: Round
  zoneOf: ReadonlyMap<string, string>
  onOpen: (zone: string) => void
}

const ZoneEntry = memo(function ZoneEntry(props: ZoneEntryProps) {
  const t = useTranslate()
  const { id, due, answered, fails, zoneOf } = props
  const isCurrent = useStore(props.round.store, ({ cursor }) => zoneOf.get(cursor ?? '') === id)
  return (
    <button
      type="button"
      className={styles.zone}
      aria-current={isCurrent || undefined}
      onClick={() => props.onOpen(id)}
    >
      <span className={styles.name} title={props.name}>
        {props.name}
      </span>
      <small>
        {props.assignee && `${props.assignee} `}
        {answered}/{due}
        {fails > 0 && (
          <span className={styles.fails} title={t('patrols.zones.fails', { count: fails })}>
            <span aria-hidden="true">●</span>
            {fails}
          </span>
        )}
      </small>
      <span className={styles.track}>
        <span style={{ width: `${due > 0 ? (100 * answered) / due : 0}%` }} />
      </span>
    </button>
  )
})
