import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingTemplate } from '../../../../shared/contract/meeting-templates.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { mayCall } from '../../../services/procedure-meta.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { TemplateDrawer } from './TemplateDrawer.tsx'
import styles from './Templates.module.css'
import { VersionsDrawer } from './VersionsDrawer.tsx'

type Opened = { what: 'edit' | 'copy' | 'versions'; template: MeetingTemplate }

/** The flows meetings are held by; the head changes them, every version stays. */
export function TemplatesPage() {
  const t = useTranslate()
  const { person } = useSignedIn()
  const mayEdit = mayCall(person.role, 'meetings', 'saveTemplate')
  const [opened, setOpened] = useState<Opened>()
  const read = useQuery(useApi().meetings.templates.queryOptions({ input: {} }))
  const back = () => navigate('/meetings')
  useCommands([{ id: 'templates-back', key: 'common.back', shortcut: 'Escape', isKeyOnly: true, run: back }])
  useKeyHints([{ keys: ['Esc'], text: t('common.back') }])
  const close = () => setOpened(undefined)
  return (
    <Page>
      <PageHeader
        title={t('meetingViews.templates.title')}
        lead={!mayEdit && t('meetingViews.templates.headOnly')}
        actions={<Button onClick={back}>{t('common.back')}</Button>}
      />
      {read.error && <Failure error={read.error} onRetry={() => void read.refetch()} />}
      {!read.data && !read.error && <LoadingRows rows={8} />}
      <div className={styles.grid}>
        {read.data?.map((template) => (
          <TemplatePanel
            key={template.id}
            template={template}
            mayEdit={mayEdit}
            onOpen={(what) => setOpened({ what, template })}
          />
        ))}
      </div>
      {opened?.what === 'versions' && <VersionsDrawer template={opened.template} mayEdit={mayEdit} onClose={close} />}
      {opened && opened.what !== 'versions' && (
        <TemplateDrawer template={opened.template} isCopy={opened.what === 'copy'} onClose={close} />
      )}
    </Page>
  )
}

interface TemplatePanelProps {
  template: MeetingTemplate
  mayEdit: boolean
  onOpen: (what: Opened['what']) => void
}

function TemplatePanel({ template, mayEdit, onOpen }: TemplatePanelProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { name, useWhen, totalMinutes, steps, version, isOff } = template
  return (
    <Panel
      isPadded
      title={textIn(name, language)}
      aside={isOff && <StatusTag>{t('meetingViews.templates.off')}</StatusTag>}
      extra={
        <div className={styles.acts}>
          <Button type="text" size="small" onClick={() => onOpen('versions')}>
            {t('meetingViews.templates.version', { version })}
          </Button>
          {mayEdit && (
            <>
              <Button type="text" size="small" onClick={() => onOpen('copy')}>
                {t('meetingViews.templates.copy')}
              </Button>
              <Button size="small" onClick={() => onOpen('edit')}>
                {t('meetingViews.templates.edit')}
              </Button>
            </>
          )}
        </div>
      }
    >
      <p className={`muted ${styles.useWhen}`}>
        <span>{textIn(useWhen, language)}</span>
        <span className="faint">{t('meetingViews.templates.total', { count: totalMinutes, steps: steps.length })}</span>
      </p>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <span>{textIn(step.name, language)}</span>
            <span className="muted">
              {step.leadRole === 'host' ? t('meetingViews.templates.host') : t(`posts.${step.leadRole}`)}
            </span>
            <span className="muted">{t('meetingViews.month.minutesShort', { count: step.minutes })}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
