import type { ReportFigure } from '../../../shared/contract/reports.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { formatFigure } from './format-figure.ts'
import styles from './ReportsScreen.module.css'

const LEADS_TO: Record<ReportFigure['source']['to'], MessageKey> = {
  answers: 'reportScreen.toAnswers',
  devices: 'reportScreen.toDevices',
  patrols: 'reportScreen.toPatrols',
  tasks: 'reportScreen.toTasks',
  typed: 'reportScreen.toTyped',
}

/** Every figure of the report; each opens the rows it was counted from. */
export function FigureList({
  figures,
  onOpen,
}: {
  figures: readonly ReportFigure[]
  onOpen: (figure: ReportFigure) => void
}) {
  const t = useTranslate()
  return (
    <ul className={styles.figures}>
      {figures.map((figure) => (
        <li key={figure.id}>
          <button type="button" title={t(LEADS_TO[figure.source.to])} onClick={() => onOpen(figure)}>
            <span>{figure.label}</span>
            {figure.source.to === 'typed' && <StatusTag>{t('reportScreen.typedMark')}</StatusTag>}
            <span className={figure.value === null ? styles.noFigure : styles.figure}>{formatFigure(figure, t)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
