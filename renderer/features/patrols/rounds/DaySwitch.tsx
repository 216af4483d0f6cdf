import { Button } from 'antd'
import { addDays } from '../../../../shared/domain/business-day.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { DayField } from '../../../ui/DayField.tsx'
import styles from './RoundsPage.module.css'

export function DaySwitch({ on, onChange }: { on: string; onChange: (day: string) => void }) {
  const t = useTranslate()
  const { today } = useSignedIn()
  return (
    <div className={styles.switch}>
      <Button aria-label={t('patrols.list.previousDay')} onClick={() => onChange(addDays(on, -1))}>
        <span aria-hidden="true">‹</span>
      </Button>
      <DayField value={on} onChange={(day) => onChange(day ?? today)} />
      <Button aria-label={t('patrols.list.nextDay')} onClick={() => onChange(addDays(on, 1))}>
        <span aria-hidden="true">›</span>
      </Button>
      {on !== today && (
        <Button type="text" onClick={() => onChange(today)}>
          {t('patrols.list.today')}
        </Button>
      )}
    </div>
  )
}
