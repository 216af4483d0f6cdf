import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import styles from './Run.module.css'

const MOST = 20

/** What has to be passed on; one click each once it was said. */
export function WaitingNotices({ meeting, position }: { meeting: string; position: number }) {
  const t = useTranslate()
  const api = useApi()
  const { data } = useQuery(api.notices.list.queryOptions({ input: { state: 'waiting', limit: MOST } }))
  const pass = useMutation(api.meetings.passNotice.mutationOptions())
  if (!data || data.notices.length === 0) return null
  return (
    <ul className={styles.lines}>
      {data.notices.map(({ uid, title, source, words }) => (
        <li key={uid} title={words}>
          <span>
            {title} <span className="faint">{source}</span>
          </span>
          <Button
            size="small"
            loading={pass.isPending && pass.variables.notice === uid}
            onClick={() => pass.mutate({ meeting, position, notice: uid })}
          >
            {t('meetingViews.passed')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
