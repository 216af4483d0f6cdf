import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type ChecklistItem, ROUND_IDS, type RoundId } from '../../../shared/contract/checklists.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Overlay } from '../../ui/Overlay.tsx'
import styles from './Checklists.module.css'

/** The rounds of all chosen items at once. Starts with those that all of them share. */
export function MoveDialog({
  items,
  isBusy,
  onMove,
  onClose,
}: {
  items: readonly ChecklistItem[]
  isBusy: boolean
  onMove: (rounds: RoundId[]) => void
  onClose: () => void
}) {
  const t = useTranslate()
  const [rounds, setRounds] = useState<readonly RoundId[]>(() =>
    ROUND_IDS.filter((round) => items.every((item) => item.rounds.includes(round))),
  )
  const title = t('checklists.batch.moveTitle', { count: items.length })
  return (
    <Overlay label={title} width={480} onClose={onClose}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          if (rounds.length > 0) onMove([...rounds])
        }}
      >
        <h2>{title}</h2>
        <p className="muted">{t('checklists.batch.moveText')}</p>
        <Checkbox.Group
          value={[...rounds]}
          options={ROUND_IDS.map((round) => ({ value: round, label: t(`checklists.round.${round}`) }))}
          onChange={(chosen) => setRounds(ROUND_IDS.filter((round) => chosen.includes(round)))}
        />
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={rounds.length === 0} loading={isBusy}>
            {t('checklists.batch.moveGo')}
          </Button>
        </div>
      </form>
    </Overlay>
  )
}
