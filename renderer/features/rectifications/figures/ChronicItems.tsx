import { Button } from 'antd'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { ChartTable } from '../../../charts/ChartTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useSaveTable } from '../../../ui/table/use-save-table.ts'
import type { FigureChartProps } from './FigureCharts.tsx'
import styles from './FiguresPage.module.css'

/** 屡查屡犯: what was struck off and found again within half a year, most often first. */
export function ChronicItems({ figures: { chronic }, onOpen }: FigureChartProps) {
  const t = useTranslate()
  const language = useLanguage()
  const title = t('taskFigures.chronic')
  const head = [
    t('taskFigures.item'),
    t('taskFigures.times'),
    t('taskFigures.doneOn'),
    t('taskFigures.againOn'),
    t('taskFigures.daysBetween'),
  ]
  const rows = chronic.map((one) => [textIn(one, language), one.count, one.doneOn, one.againOn, one.days])
  const saving = useSaveTable(() => ({ title, head, rows }))
  return (
    <Panel
      title={title}
      className={styles.chronic}
      extra={
        chronic.length > 0 && (
          <Button type="link" size="small" disabled={saving.isSaving} onClick={saving.save}>
            {t('common.saveTable')}
          </Button>
        )
      }
    >
      {chronic.length === 0 ? (
        <EmptyState title={t('taskFigures.noneChronic')} text={t('taskFigures.noneChronicText')} />
      ) : (
        <ChartTable
          content={{ head, rows }}
          caption={title}
          onMark={(row) => {
            const one = chronic[row]
            if (one) onOpen(one.filter)
          }}
        />
      )}
    </Panel>
  )
}
