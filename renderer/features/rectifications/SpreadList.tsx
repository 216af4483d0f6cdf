import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { formatShortDay } from '../../app/formats.ts'
import { SEVERITY_TONES } from '../../app/severity-tones.ts'
import { taskText } from '../../app/task-text.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './TaskCard.module.css'

/** Every spread check that is asked for and not finished, behind one button with their number. */
export function SpreadList({ onOpen }: { onOpen: (uid: string) => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useQuery(useApi().spreadChecks.list.queryOptions({ input: {} }))
  const late = data?.filter(({ isOverdue }) => isOverdue).length ?? 0
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        {t('spreadChecks.title')}
        {data && data.length > 0 && <StatusTag tone={late > 0 ? 'red' : 'neutral'}>{data.length}</StatusTag>}
      </Button>
      <SideDrawer open={isOpen} title={t('spreadChecks.listTitle')} size={520} onClose={() => setOpen(false)}>
        {Boolean(error) && <Failure error={error} />}
        {data?.length === 0 && <EmptyState title={t('spreadChecks.listNone')} text={t('spreadChecks.listNoneText')} />}
        <ul className={styles.spots}>
          {data?.map(({ task, description, itemText, dueOn, isOverdue, spots, checked, severity }) => (
            <li key={task.uid}>
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  setOpen(false)
                  onOpen(task.uid)
                }}
              >
                {task.no}
              </button>
              <StatusTag tone={SEVERITY_TONES[severity]}>{t(`rectifications.severities.${severity}`)}</StatusTag>
              <span className="muted">
                {spots === 0 ? t('spreadChecks.notStarted') : t('spreadChecks.progress', { checked, spots })}
              </span>
              <StatusTag tone={isOverdue ? 'red' : 'neutral'}>
                {t(isOverdue ? 'spreadChecks.overdue' : 'spreadChecks.required', {
                  day: formatShortDay(dueOn, language),
                })}
              </StatusTag>
              <span className={styles.spotLine}>
                {taskText({ itemText, description }, language).what}{' '}
                <span className="muted">{taskText({ itemText, description }, language).note}</span>
              </span>
            </li>
          ))}
        </ul>
      </SideDrawer>
    </>
  )
}
