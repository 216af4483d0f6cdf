import { Button } from 'antd'
import type { Zone } from '../../../shared/contract/checklists.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Checklists.module.css'
import type { ChecklistWords } from './use-words.ts'

interface ZoneStripProps {
  zone: Zone
  words: ChecklistWords
  mayEdit: boolean
  isFirst: boolean
  isLast: boolean
  onMove: (step: -1 | 1) => void
  onEdit: () => void
}

/** Over the items of one zone: how to walk it, and what can be done with the zone itself. */
export function ZoneStrip({ zone, words, mayEdit, isFirst, isLast, onMove, onEdit }: ZoneStripProps) {
  const { t } = words
  return (
    <div className={styles.strip}>
      <h2>{words.pick(zone.zh, zone.en)}</h2>
      {!zone.isOn && <StatusTag tone="amber">{t('checklists.zone.off')}</StatusTag>}
      <p>{words.pick(zone.walk_zh, zone.walk_en)}</p>
      {mayEdit && (
        <div>
          <Button size="small" type="text" disabled={isFirst} onClick={() => onMove(-1)}>
            {t('checklists.zone.up')}
          </Button>
          <Button size="small" type="text" disabled={isLast} onClick={() => onMove(1)}>
            {t('checklists.zone.down')}
          </Button>
          <Button size="small" type="text" onClick={onEdit}>
            {t('checklists.zone.edit')}
          </Button>
        </div>
      )}
    </div>
  )
}
