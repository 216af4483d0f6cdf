import { Button } from 'antd'
import { memo } from 'react'
import { useStore } from 'zustand'
import type { MessageKey } from '../../../../shared/messages/message-key.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { serviceNow } from '../../../services/clock.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import styles from './ItemList.module.css'
import { ItemRow } from './ItemRow.tsx'
import {
  answerableOnlyFrom,
  FILTERS,
  type Filter,
  isKnownDefect,
  type RoundBook,
  type Section,
  sectionsOf,
} from './round-book.ts'
import type { Round } from './use-round.ts'

interface ItemListProps {
  round: Round
  book: RoundBook
  isReadOnly: boolean
  onPassRest: (zone: string) => void
}

const NONE: Record<Filter, MessageKey> = {
  all: 'patrols.filters.none',
  unanswered: 'patrols.filters.noneUnanswered',
  failed: 'patrols.filters.noneFailed',
  core: 'patrols.filters.noneCore',
}

export const ItemList = memo(function ItemList({ round, book, isReadOnly, onPassRest }: ItemListProps) {
  const t = useTranslate()
  const filter = useStore(round.store, (state) => state.filter)
  const zone = useStore(round.store, ({ cursor }) => book.itemById.get(cursor ?? '')?.zone)
  const begun = useStore(round.store, (state) => (state.filter === 'unanswered' ? state.pending : undefined))
  const sections = sectionsOf(book, filter, zone ?? book.sheet.zones[0]?.id, (id) => begun !== undefined && id in begun)
  const showAll = () => round.store.setState({ filter: 'all' })
  return (
    <section className={styles.list} aria-label={t('patrols.title')}>
      {filter !== 'all' && (
        <FilterBar round={round} count={sections.reduce((sum, { items }) => sum + items.length, 0)} />
      )}
      <div className={styles.scroll}>
        {sections.map((section) => (
          <ZoneSection
            key={section.zone.id}
            section={section}
            round={round}
            book={book}
            isReadOnly={isReadOnly}
            onPassRest={onPassRest}
          />
        ))}
        {sections.length === 0 && (
          <EmptyState
            title={t(NONE[filter])}
            text={t(isReadOnly || filter !== 'unanswered' ? 'patrols.filters.noneText' : 'patrols.filters.submitNow')}
            action={<Button onClick={showAll}>{t('patrols.filters.clear')}</Button>}
          />
        )}
      </div>
    </section>
  )
})

function ZoneSection({ section, round, book, isReadOnly, onPassRest }: ItemListProps & { section: Section }) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone, items } = section
  const places = new Map(
    book.sheet.items.filter((item) => item.zone === zone.id).map(({ id }, index) => [id, index + 1]),
  )
  const isCurrent = useStore(round.store, ({ cursor }) => book.itemById.get(cursor ?? '')?.zone === zone.id)
  const isOpen = book.sheet.items.some(
    ({ id, zone: of }) =>
      of === zone.id && !book.answers.has(id) && answerableOnlyFrom(book.sheet, id, serviceNow()) === undefined,
  )
  const walk = textIn({ zh: zone.walk_zh, en: zone.walk_en }, language)
  return (
    <section aria-labelledby={`zone-${zone.id}`}>
      <header className={styles.head}>
        <h2 id={`zone-${zone.id}`}>{textIn(zone, language)}</h2>
        <span className={styles.walk}>{walk}</span>
        {!isReadOnly && isCurrent && isOpen && (
          <Button onClick={() => onPassRest(zone.id)}>
            {t('patrols.zones.rest')} <Kbd keys="Z" />
          </Button>
        )}
      </header>
      <ol className={styles.rows}>
        {items.map((item) => {
          const context = book.contexts.get(item.id)
          return (
            <ItemRow
              key={item.id}
              round={round}
              item={item}
              place={places.get(item.id) ?? 0}
              answer={book.answers.get(item.id)}
              context={context}
              answerableFrom={book.sheet.answerableFrom[item.id]}
              isKnown={isKnownDefect(context, book.sheet)}
              isReadOnly={isReadOnly}
            />
          )
        })}
      </ol>
    </section>
  )
}

function FilterBar({ round, count }: { round: Round; count: number }) {
  const t = useTranslate()
  const filter = useStore(round.store, (state) => state.filter)
  return (
    <div className={styles.filters} role="toolbar" aria-label={t('patrols.filters.label')}>
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={filter === one}
          onClick={() => round.store.setState({ filter: one })}
        >
          {t(`patrols.filters.${one}`)}
          {filter === one && ` ${count}`}
        </button>
      ))}
    </div>
  )
}
