import { Button } from 'antd'
import type { Checklist } from '../../../shared/contract/checklists.ts'
import styles from './Checklists.module.css'
import type { ChecklistWords } from './use-words.ts'

interface ZoneListProps {
  checklist: Checklist
  words: ChecklistWords
  chosen: string | undefined
  onChoose: (zone: string | undefined) => void
  /** Absent for those who only read. */
  onAdd: (() => void) | undefined
}

/** In walking order, each with how many of its items are switched on. */
export function ZoneList({ checklist, words, chosen, onChoose, onAdd }: ZoneListProps) {
  const { t } = words
  const counts = new Map(checklist.zones.map(({ id }) => [id, { on: 0, total: 0 }]))
  for (const { zone, isOn } of checklist.items) {
    const count = counts.get(zone)
    if (!count) continue
    count.total++
    if (isOn) count.on++
  }
  const total = checklist.items.length
  const on = checklist.items.filter(({ isOn }) => isOn).length
  return (
    <nav className={styles.zones} aria-label={t('checklists.zone.list')}>
      <button
        type="button"
        className={styles.zone}
        aria-current={chosen === undefined || undefined}
        onClick={() => onChoose(undefined)}
      >
        <span>{t('checklists.allZones')}</span>
        <em>{t('checklists.zone.count', { on, total })}</em>
      </button>
      {checklist.zones.map((zone) => (
        <button
          key={zone.id}
          type="button"
          className={styles.zone}
          aria-current={zone.id === chosen || undefined}
          data-off={zone.isOn ? undefined : true}
          title={zone.isOn ? words.pick(zone.zh, zone.en) : t('checklists.zone.off')}
          onClick={() => onChoose(zone.id)}
        >
          <span>{words.pick(zone.zh, zone.en)}</span>
          <em>{t('checklists.zone.count', counts.get(zone.id) ?? { on: 0, total: 0 })}</em>
        </button>
      ))}
      {onAdd && (
        <div className={styles.addZone}>
          <Button type="text" onClick={onAdd}>
            {t('checklists.zone.add')}
          </Button>
        </div>
      )}
    </nav>
  )
}
