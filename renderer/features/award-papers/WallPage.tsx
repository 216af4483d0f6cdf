import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { addDays, monthOf } from '../../../shared/domain/business-day.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { cspNonce } from '../../app/theme/theme.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { saveFile } from '../../services/save-file.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { OnPaper, readReport, savePaper } from '../reports/index.ts'
import styles from './AwardPapers.module.css'

const DAYS = 365

/** 荣誉墙: who was honoured in the last twelve months; printed as a poster, listed by month. */
export function WallPage() {
  const t = useTranslate()
  const language = useLanguage()
  const client = useClient()
  const { today } = useSignedIn()
  const [month, setMonth] = useState(monthOf(today))
  const [poster, setPoster] = useState<ReturnType<typeof readReport>>()
  const span = { from: addDays(today, -DAYS), to: today }
  const wall = useQuery(useApi().awardPapers.wall.queryOptions({ input: span }))
  const title = t('awardPapers.wall.title')
  const print = useMutation({
    mutationFn: (size: 'A3' | 'A4') => client.awardPapers.wallPreview({ ...span, size, language }),
    onSuccess: ({ html }) => setPoster(readReport(html, cspNonce())),
  })
  useEffect(() => {
    if (poster) void savePaper(title, t)
  }, [poster, title, t])
  const list = useMutation({
    mutationFn: (format: 'docx' | 'xlsx') => client.awardPapers.monthFile({ month, format, language }),
    onSuccess({ file, fileName }) {
      if (file instanceof Blob) saveFile(file, fileName)
    },
  })
  return (
    <>
      <div className={styles.bar}>
        <span className="muted">{t('awardPapers.wall.year')}</span>
        <span className={styles.actions}>
          <span>{t('awardPapers.wall.month')}</span>
          <DatePicker
            picker="month"
            allowClear={false}
            aria-label={t('awardPapers.wall.month')}
            value={dayjs(`${month}-01`)}
            maxDate={dayjs(today)}
            onChange={(day) => day && setMonth(day.format('YYYY-MM'))}
          />
          <Button loading={list.isPending && list.variables === 'docx'} onClick={() => list.mutate('docx')}>
            {t('reportScreen.word')}
          </Button>
          <Button loading={list.isPending && list.variables === 'xlsx'} onClick={() => list.mutate('xlsx')}>
            {t('reportScreen.excel')}
          </Button>
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
