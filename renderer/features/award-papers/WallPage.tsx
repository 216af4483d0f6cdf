import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { addDays } from '../../../shared/domain/business-day.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { navigate, replaceParams, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { cspNonce } from '../../app/theme/theme.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { OnPaper, readReport, savePaper } from '../reports/index.ts'
import styles from './AwardPapers.module.css'
import { MonthList } from './MonthList.tsx'

const DAYS = 365

/** 荣誉墙 and 表彰名单: the last twelve months as a wall, or one month as a list. */
export function WallPage() {
  const t = useTranslate()
  const { params } = useLocation()
  const shown = params.show === 'list' ? 'list' : 'wall'
  const choice = (
    <Segmented<'wall' | 'list'>
      aria-label={t('awardPapers.wall.show')}
      value={shown}
      options={[
        { value: 'wall', label: t('awardPapers.wall.year') },
        { value: 'list', label: t('awardPapers.wall.list') },
      ]}
      onChange={(next) => replaceParams({ tab: 'wall', ...(next === 'list' && { show: next }) })}
    />
  )
  return shown === 'list' ? <MonthList choice={choice} /> : <HonourWall choice={choice} />
}

/** Who was honoured in the last twelve months; printed as a poster. */
function HonourWall({ choice }: { choice: ReactNode }) {
  const t = useTranslate()
  const language = useLanguage()
  const client = useClient()
  const { today } = useSignedIn()
  const [poster, setPoster] = useState<ReturnType<typeof readReport>>()
  const span = { from: addDays(today, -DAYS), to: today }
  const wall = useQuery(useApi().awardPapers.wall.queryOptions({ input: span }))
  const title = t('awardPapers.wall.title')
  const print = useMutation({
    mutationFn: (size: 'A3' | 'A4') => client.awardPapers.wallPreview({ ...span, size, language }),
    onSuccess: ({ html }) => setPoster(readReport(html, cspNonce())),
  })
  // Not anew when the reader changes the language.
  const save = useEffectEvent(() => savePaper(title, t))
  useEffect(() => {
    if (poster) void save()
  }, [poster])
  return (
    <>
      <div className={styles.bar}>
        {choice}
        <span className={styles.actions}>
          <Button disabled={!wall.data} onClick={() => print.mutate('A4')}>
            {t('awardPapers.wall.printA4')}
          </Button>
          <Button disabled={!wall.data} onClick={() => print.mutate('A3')}>
            {t('awardPapers.wall.printA3')}
          </Button>
        </span>
      </div>
      {wall.error && <Failure error={wall.error} onRetry={() => void wall.refetch()} />}
      {!wall.data && !wall.error && <LoadingRows rows={6} />}
      {wall.data?.length === 0 && (
        <EmptyState title={t('awardPapers.wall.none')} text={t('awardPapers.wall.noneText')} />
      )}
      {wall.data && wall.data.length > 0 && (
        <ul className={styles.wall} aria-label={title}>
          {wall.data.map(({ uid, kind, nominee, reason, on }) => (
            <li key={uid}>
              <button type="button" onClick={() => navigate('/awards', { award: uid })}>
                <Avatar name={nominee} />
                <b>{nominee}</b>
                <span className={styles.kind}>{textIn(kind, language)}</span>
                <span>{reason}</span>
                <span className="faint">{on}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {poster && <OnPaper report={poster} title={title} />}
    </>
  )
}
