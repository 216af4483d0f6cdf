import { type KeyboardEvent, useRef, useState } from 'react'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import dialog from './Dialog.module.css'
import { countAnswers, type RoundBook } from './round-book.ts'

interface ZoneChoicesProps {
  book: RoundBook
  chosen: readonly string[]
  onChoose: (zones: readonly string[]) => void
}

/** Zones to tick: arrows move, Space ticks. */
export function ZoneChoices({ book, chosen, onChoose }: ZoneChoicesProps) {
  const t = useTranslate()
  const language = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const { zones, items } = book.sheet
  const rows = zones.map((zone) => ({
    ...zone,
    ...countAnswers(
      items.filter((item) => item.zone === zone.id),
      book.answers,
    ),
  }))
  const open = rows.filter(({ answered, due }) => answered < due).map(({ id }) => id)
  const [reachable, setReachable] = useState(() => chosen[0] ?? zones[0]?.id)

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const boxes = [...(frame.current?.querySelectorAll('input') ?? [])]
    boxes[boxes.indexOf(event.target as HTMLInputElement) + step]?.focus()
  }

  const toggle = (id: string) =>
    onChoose(zones.map((zone) => zone.id).filter((one) => (one === id) !== chosen.includes(one)))

  return (
    <div className={dialog.half}>
      <h2>{t('patrols.handOff.zones')}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the boxes inside */}
      <div ref={frame} className={`${dialog.boxes} ${dialog.scroll}`} onKeyDown={onKeyDown}>
        {rows.map(({ id, zh, en, assignee, answered, due }) => (
          <label key={id} className={dialog.box}>
            <input
              type="checkbox"
              tabIndex={id === reachable ? 0 : -1}
              checked={chosen.includes(id)}
              onFocus={() => setReachable(id)}
              onChange={() => toggle(id)}
            />
            {textIn({ zh, en }, language)}
            <small>
              {assignee?.name} {answered}/{due}
            </small>
          </label>
        ))}
      </div>
      <button type="button" className={dialog.more} onClick={() => onChoose(open)}>
        {t('patrols.handOff.allOpen')}
      </button>
    </div>
  )
}
