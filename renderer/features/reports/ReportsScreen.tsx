import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { REPORT_KINDS, type ReportFigure, type ReportKind } from '../../../shared/contract/reports.ts'
import { monthOf } from '../../../shared/domain/business-day.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { LEAD_ROLES } from '../../app/role-sets.ts'
import { navigate, replaceParams, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { cspNonce } from '../../app/theme/theme.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { FigureList } from './FigureList.tsx'
import { FigureRows } from './FigureRows.tsx'
import { tasksParams } from './figure-links.ts'
import { monthName } from './format-figure.ts'
import { ReportPane } from './ReportPane.tsx'
import styles from './ReportsScreen.module.css'
import { stepMonth, usualMonth } from './report-months.ts'
import { readReport } from './report-page.ts'
import { focusTyped, TypedFields } from './TypedFields.tsx'
import { useReportFiles } from './use-report-files.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

export function ReportsScreen() {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const { person, today } = useSignedIn()
  const { params } = useLocation()
  const { data: months = [] } = useQuery(api.reports.months.queryOptions({ input: {} }))
  const kind: ReportKind = REPORT_KINDS.find((one) => one === params.kind) ?? 'monthly'
  const month = params.month && MONTH.test(params.month) ? params.month : usualMonth(today, months)
  const preview = useQuery(api.reports.preview.queryOptions({ input: { kind, month, language } }))
  const report = useMemo(() => preview.data && readReport(preview.data.html, cspNonce()), [preview.data])
  const [opened, setOpened] = useState<ReportFigure>()
  const title = `${preview.data?.title ?? t(`reportScreen.kinds.${kind}`)} ${month}`
  const files = useReportFiles(kind, month, title)
  const isLast = month >= monthOf(today)

  const show = (change: { kind?: ReportKind; month?: string }) => replaceParams({ kind, month, ...change })
  const step = (by: 1 | -1) => (by === 1 && isLast ? undefined : show({ month: stepMonth(month, by) }))

  const openInspections = () => navigate('/reports', { view: 'inspections' })

  const openDemonstration = () => navigate('/reports', { view: 'demonstration' })

  function openFigure(figure: ReportFigure) {
    const { source } = figure
    if (source.to === 'typed') focusTyped(source.field)
    else if (source.to === 'devices') navigate('/devices', { month: source.month })
    else if (source.to === 'tasks') navigate('/rectifications', tasksParams(source.filter))
    else setOpened(figure)
  }

  useCommands([
    {
      id: 'report-print',
      key: 'reportScreen.print',
      shortcut: 'Ctrl+P',
      when: () => Boolean(report),
      run: files.print,
    },
    { id: 'report-inspections', key: 'inspections.open', shortcut: 'I', run: openInspections },
    { id: 'report-demonstration', key: 'demonstration.open', run: openDemonstration },
    { id: 'report-previous', key: 'reportScreen.previousMonth', shortcut: '[', run: () => step(-1) },
    { id: 'report-next', key: 'reportScreen.nextMonth', shortcut: ']', run: () => step(1) },
    { id: 'report-word', key: 'reportScreen.word', isKeyOnly: true, run: () => files.download('docx') },
  ])
  useKeyHints([
    { keys: ['['], text: t('reportScreen.hints.previous') },
    { keys: [']'], text: t('reportScreen.hints.next') },
    { keys: ['Ctrl+P'], text: t('reportScreen.hints.print') },
  ])

  return (
    <Page isFull>
      <PageHeader
        title={t('nav.reports')}
        lead={
          <span className={styles.choice}>
            <Segmented<ReportKind>
              value={kind}
              aria-label={t('reportScreen.kind')}
              options={[...REPORT_KINDS].reverse().map((value) => ({ value, label: t(`reportScreen.kinds.${value}`) }))}
              onChange={(chosen) => show({ kind: chosen })}
            />
            <span className={styles.month}>
              <Button aria-label={t('reportScreen.previousMonth')} onClick={() => step(-1)}>
                <span aria-hidden="true">‹</span>
              </Button>
              <DatePicker
                picker="month"
                allowClear={false}
                aria-label={t('reportScreen.month')}
                value={dayjs(`${month}-01`)}
                format={(day) => monthName(day.format('YYYY-MM'), language)}
                maxDate={dayjs(today)}
                onChange={(day) => day && show({ month: day.format('YYYY-MM') })}
              />
              <Button aria-label={t('reportScreen.nextMonth')} disabled={isLast} onClick={() => step(1)}>
                <span aria-hidden="true">›</span>
              </Button>
            </span>
          </span>
        }
        actions={
          <>
            <Button loading={files.making === 'docx'} disabled={!report} onClick={() => files.download('docx')}>
              {t('reportScreen.word')}
            </Button>
            <Button loading={files.making === 'xlsx'} disabled={!report} onClick={() => files.download('xlsx')}>
              {t('reportScreen.excel')}
            </Button>
            <Button disabled={!report} onClick={files.pdf}>
              {t('reportScreen.pdf')}
            </Button>
            <Button type="primary" disabled={!report} onClick={files.print}>
              {t('reportScreen.print')} <Kbd keys="Ctrl+P" onDark />
            </Button>
          </>
        }
      />
      <div className={styles.body}>
        <ReportPane label={t('reportScreen.preview')} preview={preview} report={report} paperTitle={title}>
          {months.length > 0 && !months.includes(month) && (
            <div className={styles.notice}>
              <b>{t('reportScreen.empty.title', { month: monthName(month, language) })}</b>{' '}
              {t('reportScreen.empty.text')}
            </div>
          )}
        </ReportPane>
        <div className={styles.side}>
          <Panel
            title={t('reportScreen.figures')}
            extra={<span className={styles.hint}>{t('reportScreen.figuresHint')}</span>}
            isFilling
          >
            {preview.data && <FigureList figures={preview.data.figures} onOpen={openFigure} />}
          </Panel>
          {preview.data && preview.data.fields.length > 0 && (
            <Panel title={t('reportScreen.typed.title')} isFilling isPadded>
              <p className={styles.typedHint}>
                {t(LEAD_ROLES.includes(person.role) ? 'reportScreen.typed.hint' : 'reportScreen.typed.readOnly')}
              </p>
              <TypedFields
                kind={kind}
                month={month}
                fields={preview.data.fields}
                typed={preview.data.typed}
                mayType={LEAD_ROLES.includes(person.role)}
              />
            </Panel>
          )}
          <Button block onClick={openInspections}>
            {t('inspections.open')}
          </Button>
          <Button block onClick={openDemonstration}>
            {t('demonstration.open')}
          </Button>
        </div>
      </div>
      {opened && <FigureRows figure={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}
