import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { addDays, monthOf } from '../../../../shared/domain/business-day.ts'
import { LEAD_ROLES } from '../../../app/role-sets.ts'
import { navigate, replaceParams, useLocation } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { cspNonce } from '../../../app/theme/theme.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { monthName } from '../format-figure.ts'
import { ReportPane } from '../ReportPane.tsx'
import { readReport } from '../report-page.ts'
import styles from './DemonstrationPage.module.css'
import { MakePanel } from './MakePanel.tsx'
import { useMakeDemonstration } from './use-make-demonstration.ts'

const SHOWN_AT = { view: 'demonstration' }
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** 示范窗口资料: the first page with its gaps as it will be written, and beside it what is written where. */
export function DemonstrationPage() {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const { person, today } = useSignedIn()
  const { params } = useLocation()
  const to = params.to && MONTH.test(params.to) ? params.to : monthOf(today)
  const from = params.from && MONTH.test(params.from) && params.from <= to ? params.from : yearBefore(to)
  const [chosen, setChosen] = useState<string[]>([])
  const known = useQuery(api.demonstration.clauses.queryOptions({ input: {} }))
  const hasClauses = (known.data?.clauses.length ?? 0) > 0
  const wish = { from, to, clauses: chosen.length > 0 ? chosen : null, language }
  const preview = useQuery({ ...api.demonstration.preview.queryOptions({ input: wish }), enabled: hasClauses })
  const page = useMemo(() => preview.data && readReport(preview.data.html, cspNonce()), [preview.data])
  const making = useMakeDemonstration()

  useCommands([{ id: 'demonstration-back', key: 'demonstration.toReports', run: () => navigate('/reports') }])

  return (
    <Page isFull>
      <PageHeader
        title={t('demonstration.title')}
        lead={
          hasClauses && (
            <span className={styles.choice}>
              <DatePicker.RangePicker
                picker="month"
                allowClear={false}
                aria-label={t('demonstration.from')}
                value={[dayjs(`${from}-01`), dayjs(`${to}-01`)]}
                format={(day) => monthName(day.format('YYYY-MM'), language)}
                maxDate={dayjs(today)}
                onChange={(months) => {
                  const [first, last] = months ?? []
                  if (first && last) {
                    replaceParams({ ...SHOWN_AT, from: first.format('YYYY-MM'), to: last.format('YYYY-MM') })
                  }
                }}
              />
              <Select
                mode="multiple"
                allowClear
                maxTagCount="responsive"
                className={styles.clauses ?? ''}
                aria-label={t('demonstration.chooseClauses')}
                placeholder={t('demonstration.allClauses', { count: known.data?.clauses.length ?? 0 })}
                value={chosen}
                options={(known.data?.clauses ?? []).map(({ clause }) => ({ value: clause, label: clause }))}
                onChange={setChosen}
              />
            </span>
          )
        }
        actions={<Button onClick={() => navigate('/reports')}>{t('demonstration.toReports')}</Button>}
      />
      {known.error && <Failure error={known.error} onRetry={() => void known.refetch()} />}
      {!known.data && !known.error && <LoadingRows rows={8} />}
      {known.data && !hasClauses && (
        <EmptyState
          title={t('demonstration.none')}
          text={t('demonstration.noneText')}
          action={<Button onClick={() => navigate('/checklists')}>{t('demonstration.mapThem')}</Button>}
        />
      )}
      {known.data && hasClauses && (
        <div className={styles.body}>
          <ReportPane label={t('demonstration.preview')} preview={preview} report={page} />
          {preview.data && (
            <MakePanel
              key={preview.data.folder}
              seen={preview.data}
              unmapped={known.data.unmapped}
              making={making}
              mayWrite={LEAD_ROLES.includes(person.role)}
              onMake={(folder, format) => making.make({ ...wish, folder, format })}
            />
          )}
        </div>
      )}
    </Page>
  )
}

/** The first of the twelve months that end with this one. */
function yearBefore(month: string): string {
  return addDays(`${month}-01`, -330).slice(0, 7)
}
