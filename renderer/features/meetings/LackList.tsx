import { Button } from 'antd'
import type { Meeting } from '../../../shared/contract/meetings.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './Meetings.module.css'
import { useMeetingWords } from './use-meeting-words.ts'

/** What is missing in the log, each with the way to the step that writes it. */
export function LackList({ lacks, onStep }: Pick<Meeting, 'lacks'> & { onStep: (position: number) => void }) {
  const t = useTranslate()
  const words = useMeetingWords()
  return (
    <ul className={styles.lacks}>
      {lacks.map(({ capture, name, position }) => (
        <li key={capture}>
          <span>{t('meetings.lacks.one', { name: words.text(name) })}</span>
          <Button size="small" onClick={() => onStep(position)}>
            {t('meetings.lacks.write')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
