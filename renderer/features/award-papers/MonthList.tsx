import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { monthOf } from '../../../shared/domain/business-day.ts'
import { replaceParams, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { cspNonce } from '../../app/theme/theme.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { saveFile } from '../../services/save-file.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { MonthStepper } from '../../ui/period/MonthStepper.tsx'
import { monthAsked } from '../../ui/period/period.ts'
import { ReportPane, readReport, savePaper } from '../reports/index.ts'
import styles from './AwardPapers.module.css'

/** 表彰名单: what was granted in a month, as it will be printed or saved. */
export function MonthList({ choice }: { choice: ReactNode }) {
  const t = useTranslate()
  const language = useLanguage()
  const client = useClient()
  const { today } = useSignedIn()
  const { params } = useLocation()
  const month = monthAsked(params.month, today)
  const preview = useQuery({
    ...useApi().awardPapers.monthPreview.queryOptions({ input: { month, language } }),
    placeholderData: keepPreviousData,
  })
  const page = useMemo(() => preview.data && readReport(preview.data.html, cspNonce()), [preview.data])
  const title = `${preview.data?.title ?? t('awardPapers.wall.list')} ${month}`
  const list = useMutation({
    mutationFn: (format: 'docx' | 'xlsx') => client.awardPapers.monthFile({ month, format, language }),
    onSuccess({ file, fileName }) {
      if (file instanceof Blob) saveFile(file, fileName)
    },
  })
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.actions}>
          {choice}
          <MonthStepper
            month={month}
            last={monthOf(today)}
            onChange={(next) => replaceParams({ tab: 'wall', show: 'list', month: next })}
          />
        </span>
        <span className={styles.actions}>
          <Button loading={list.isPending && list.variables === 'docx'} onClick={() => list.mutate('docx')}>
            {t('reportScreen.word')}
          </Button>
          <Button loading={list.isPending && list.variables === 'xlsx'} onClick={() => list.mutate('xlsx')}>
            {t('reportScreen.excel')}
          </Button>
          <Button disabled={!page} onClick={() => void savePaper(title, t)}>
            {t('awardPapers.screen.print')}
          </Button>
        </span>
      </div>
      <ReportPane label={t('awardPapers.screen.preview')} preview={preview} report={page} paperTitle={title} />
    </>
  )
}
