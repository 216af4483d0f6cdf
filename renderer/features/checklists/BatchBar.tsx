import { Button } from 'antd'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './Checklists.module.css'

/** What can be done with the chosen items; stays in sight while the table scrolls. */
export function BatchBar({
  count,
  onSwitch,
  onMove,
  onClear,
}: {
  count: number
  onSwitch: (isOn: boolean) => void
  onMove: () => void
  onClear: () => void
}) {
  const t = useTranslate()
  return (
    <section className={styles.batch} aria-label={t('checklists.batch.chosen', { count })}>
      <b>{t('checklists.batch.chosen', { count })}</b>
      <Button onClick={() => onSwitch(false)}>{t('checklists.batch.switchOff')}</Button>
      <Button onClick={() => onSwitch(true)}>{t('checklists.batch.switchOn')}</Button>
      <Button onClick={onMove}>{t('checklists.batch.moveTo')}</Button>
      <Button type="text" onClick={onClear}>
        {t('checklists.batch.clear')}
      </Button>
    </section>
  )
}
