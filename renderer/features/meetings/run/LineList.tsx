import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { MeetingLine } from '../../../../shared/contract/meeting-lines.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { LineText } from '../LineText.tsx'
import styles from './Run.module.css'

export function LineList({ lines, mayRemove }: { lines: readonly MeetingLine[]; mayRemove: boolean }) {
  const t = useTranslate()
  const remove = useMutation(useApi().meetings.removeLine.mutationOptions())
  if (lines.length === 0) return null
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.uid}>
          <LineText line={line} />
          {mayRemove && line.task === null && (
            <Button type="text" size="small" onClick={() => remove.mutate({ uid: line.uid })}>
              {t('meetings.line.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
