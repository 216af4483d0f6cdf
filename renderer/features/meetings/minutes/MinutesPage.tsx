import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { MINUTES_SECTIONS, type MinutesSection } from '../../../../shared/contract/meeting-month.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { navigate } from '../../../app/route-store.ts'
import { cspNonce } from '../../../app/theme/theme.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { saveFile } from '../../../services/save-file.ts'
import { useApi, useClient } from '../../../services/use-client.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { notify } from '../../../ui/toast-store.ts'
import { ReportPane, readReport, savePaper } from '../../reports/index.ts'
import styles from './Minutes.module.css'

/** The minutes of one meeting as they will be printed, with the sections that are chosen. */
export function MinutesPage({ meeting }: { meeting: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const client = useClient()
  const [sections, setSections] = useState<MinutesSection[]>([...MINUTES_SECTIONS])
  const input = { meeting, language, sections: MINUTES_SECTIONS.filter((id) => sections.includes(id)) }
  const read = useQuery({
    ...useApi().meetings.minutes.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  const report = useMemo(() => read.data && readReport(read.data.html, cspNonce()), [read.data])
  const word = useMutation({
    mutationFn: () => client.meetings.minutesFile({ ...input, format: 'docx' }),
    onSuccess({ file, fileName }) {
      if (!(file instanceof Blob)) return
      saveFile(file, fileName)
      notify({ tone: 'done', text: t('meetingViews.minutes.saved', { name: fileName }) })
    },
  })
  const back = () => navigate('/meetings', { meeting })
  const paper = () => void savePaper(t('meetingViews.minutes.open'), t)
  useCommands([
    { id: 'minutes-print', key: 'meetingViews.minutes.print', shortcut: 'Ctrl+P', run: paper },
    { id: 'minutes-back', key: 'common.back', shortcut: 'Escape', isKeyOnly: true, run: back },
  ])
  useKeyHints([
    { keys: ['Ctrl+P'], text: t('meetingViews.minutes.print') },
    { keys: ['Esc'], text: t('common.back') },
  ])
  return (
    <Page isFull>
      <PageHeader
        title={t('meetingViews.minutes.open')}
        actions={
          <>
            <Button onClick={() => navigate('/meetings', { view: 'month' })}>{t('meetingViews.month.open')}</Button>
            <Button onClick={back}>{t('common.back')}</Button>
            <Button disabled={!report} loading={word.isPending} onClick={() => word.mutate()}>
              {t('meetingViews.minutes.word')}
            </Button>
            <Button type="primary" disabled={!report} onClick={paper}>
              {t('meetingViews.minutes.print')} <Kbd keys="Ctrl+P" onDark />
            </Button>
          </>
        }
      />
      <div className={styles.body}>
        <Panel title={t('meetingViews.minutes.choose')} isPadded>
          <Checkbox.Group
            className={styles.choices ?? ''}
            value={sections}
            onChange={(chosen: MinutesSection[]) => setSections(chosen)}
          >
            {MINUTES_SECTIONS.map((id) => (
              <Checkbox key={id} value={id}>
                {t(`meetingViews.sections.${id}`)}
              </Checkbox>
            ))}
          </Checkbox.Group>
          <p className="muted">{t('meetingViews.minutes.chooseNote')}</p>
        </Panel>
        <ReportPane
          label={t('meetingViews.minutes.preview')}
          preview={read}
          report={report}
          paperTitle={t('meetingViews.minutes.open')}
        />
      </div>
    </Page>
  )
}
