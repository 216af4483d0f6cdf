import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { InspectionNotice } from '../../../../shared/contract/inspections.ts'
import type { ReportFormat } from '../../../../shared/contract/reports.ts'
import { daysApart } from '../../../../shared/domain/business-day.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { LEAD_ROLES } from '../../../app/role-sets.ts'
import { navigate, replaceParams, useLocation } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { cspNonce } from '../../../app/theme/theme.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { saveFile } from '../../../services/save-file.ts'
import { useApi, useClient } from '../../../services/use-client.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ReportPane } from '../ReportPane.tsx'
import { readReport } from '../report-page.ts'
import { savePaper } from '../save-paper.ts'
import styles from './InspectionsPage.module.css'
import { NoticeForm } from './NoticeForm.tsx'

const SHOWN_AT = { view: 'inspections' }

/** 检查整改回复: notices at the left, the reply to the chosen one as it will be printed. */
export function InspectionsPage() {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const client = useClient()
  const { person } = useSignedIn()
  const { params } = useLocation()
  const [edited, setEdited] = useState<InspectionNotice | 'new'>()
  const notices = useQuery(api.inspections.list.queryOptions({ input: {} }))
  const chosen = notices.data?.find(({ uid }) => uid === params.notice) ?? notices.data?.[0]
  const preview = useQuery({
    ...api.inspections.preview.queryOptions({ input: { uid: chosen?.uid ?? '', language } }),
    enabled: chosen !== undefined,
  })
  const report = useMemo(() => preview.data && readReport(preview.data.html, cspNonce()), [preview.data])
  const mayWrite = LEAD_ROLES.includes(person.role)
  const file = useMutation({
    mutationFn: (format: ReportFormat) => client.inspections.renderFile({ uid: chosen?.uid ?? '', language, format }),
    onSuccess({ file, fileName }) {
      if (file instanceof Blob) saveFile(file, fileName)
    },
  })
  const print = () => void savePaper(`${t('inspections.title')} ${chosen?.number ?? ''}`, t)

  useCommands([
    { id: 'reply-print', key: 'reportScreen.print', shortcut: 'Ctrl+P', when: () => Boolean(report), run: print },
    {
      id: 'reply-new',
      key: 'inspections.add',
      shortcut: 'N',
      isKeyOnly: true,
      when: () => mayWrite,
      run: () => setEdited('new'),
    },
  ])
  useKeyHints([
    ...(mayWrite ? [{ keys: ['N'], text: t('inspections.add') }] : []),
    { keys: ['Ctrl+P'], text: t('reportScreen.hints.print') },
  ])

  return (
    <Page isFull>
      <PageHeader
        title={t('inspections.title')}
        actions={
          <>
            <Button onClick={() => navigate('/reports')}>{t('inspections.toReports')}</Button>
            <Button disabled={!report} loading={file.isPending} onClick={() => file.mutate('docx')}>
              {t('inspections.word')}
            </Button>
            <Button disabled={!report} onClick={print}>
              {t('inspections.print')} <Kbd keys="Ctrl+P" />
            </Button>
            {mayWrite && (
              <Button type="primary" onClick={() => setEdited('new')}>
                {t('inspections.add')} <Kbd keys="N" onDark />
              </Button>
            )}
          </>
        }
      />
      {notices.error && <Failure error={notices.error} onRetry={() => void notices.refetch()} />}
      {!notices.data && !notices.error && <LoadingRows rows={8} />}
      {notices.data?.length === 0 && <EmptyState title={t('inspections.none')} text={t('inspections.noneText')} />}
      {chosen && notices.data && (
        <div className={styles.body}>
          <ul className={styles.notices}>
            {notices.data.map((notice) => (
              <li key={notice.uid}>
                <NoticeRow
                  notice={notice}
                  isChosen={notice.uid === chosen.uid}
                  onChoose={() => replaceParams({ ...SHOWN_AT, notice: notice.uid })}
                />
                {mayWrite && notice.uid === chosen.uid && (
                  <Button size="small" onClick={() => setEdited(notice)}>
                    {t('inspections.edit')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <ReportPane
            label={t('reportScreen.preview')}
            preview={preview}
            report={report}
            paperTitle={`${t('inspections.title')} ${chosen.number}`}
          />
        </div>
      )}
      {edited && (
        <NoticeForm
          notice={edited === 'new' ? undefined : edited}
          onSaved={({ uid }) => {
            setEdited(undefined)
            replaceParams({ ...SHOWN_AT, notice: uid })
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  )
}

function NoticeRow({
  notice,
  isChosen,
  onChoose,
}: {
  notice: InspectionNotice
  isChosen: boolean
  onChoose: () => void
}) {
  const t = useTranslate()
  const { today } = useSignedIn()
  const left = daysApart(today, notice.replyBy)
  const isLate = notice.open > 0 && left < 0
  const due =
    notice.open === 0
      ? t('inspections.replied')
      : left > 0
        ? t('inspections.daysLeft', { count: left })
        : left === 0
          ? t('inspections.dueToday')
          : t('inspections.late', { count: -left })
  return (
    <button type="button" className={styles.notice} aria-current={isChosen || undefined} onClick={onChoose}>
      <b>{notice.number}</b>
      <span>{notice.inspector}</span>
      <span className="faint">
        {notice.issuedOn} → {notice.replyBy}
      </span>
      <span className={styles.progress}>
        <span>{t('inspections.progress', { done: notice.tasks - notice.open, all: notice.tasks })}</span>
        <span className={isLate ? styles.late : 'faint'}>{due}</span>
      </span>
    </button>
  )
}
