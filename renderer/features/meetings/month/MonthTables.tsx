import type { MeetingMonth } from '../../../../shared/contract/meeting-month.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import styles from './Month.module.css'

/** What was written down, and what became of it. */
export function TopicTable({ topics }: Pick<MeetingMonth, 'topics'>) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('meetingViews.month.topic')}</th>
          <th>{t('meetingViews.month.said')}</th>
          <th>{t('meetingViews.month.openCount')}</th>
          <th>{t('meetingViews.month.doneCount')}</th>
          <th>{t('meetingViews.month.droppedCount')}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map(({ capture, name, said, open, done, dropped }) => (
          <tr key={capture}>
            <td>{textIn(name, language)}</td>
            <td>{said + open + done + dropped}</td>
            <td>{open || ''}</td>
            <td>{done || ''}</td>
            <td>{dropped || ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who came and who hosted; in the order of the roster, never a ranking. */
export function PeopleTable({ people }: Pick<MeetingMonth, 'people'>) {
  const t = useTranslate()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('meetingViews.column.person')}</th>
          <th>{t('meetingViews.month.came')}</th>
          <th>{t('meetingViews.month.lateCount')}</th>
          <th>{t('meetingViews.month.absentCount')}</th>
          <th>{t('meetingViews.month.hosted')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ person, due, present, late, absent, hosted }) => (
          <tr key={person.uid}>
            <td>{person.name}</td>
            <td>
              {present + late}/{due}
            </td>
            <td>{late || ''}</td>
            <td>{absent || ''}</td>
            <td>{hosted || ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
