import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { MeetingTemplate } from '../../../../shared/contract/meeting-templates.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { formatInstant } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { SideDrawer } from '../../../ui/SideDrawer.tsx'
import { notify } from '../../../ui/toast-store.ts'
import styles from './Templates.module.css'
import { contentOf } from './template-draft.ts'

interface VersionsDrawerProps {
  template: MeetingTemplate
  mayEdit: boolean
  onClose: () => void
}

/** Every version with who made it; bringing one back makes a new one of it. */
export function VersionsDrawer({ template, mayEdit, onClose }: VersionsDrawerProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone } = useSignedIn()
  const api = useApi()
  const read = useQuery(api.meetings.templateVersions.queryOptions({ input: { id: template.id } }))
  const save = useMutation(api.meetings.saveTemplate.mutationOptions())
  const restore = (old: MeetingTemplate) =>
    save.mutate(
      { id: template.id, basedOn: template.version, content: contentOf(old) },
      {
        onSuccess({ version }) {
          notify({ tone: 'done', text: t('meetingViews.templates.restored', { version }) })
          onClose()
        },
      },
    )
  return (
    <SideDrawer
      open
      size={520}
      onClose={onClose}
      title={`${textIn(template.name, language)} ${t('meetingViews.templates.versions')}`}
    >
      {read.error && <Failure error={read.error} onRetry={() => void read.refetch()} />}
      {!read.data && !read.error && <LoadingRows rows={4} />}
      <ul className={styles.versions}>
        {read.data?.map(({ template: old, madeAt, madeBy }) => (
          <li key={old.version}>
            <b>{t('meetingViews.templates.version', { version: old.version })}</b>
            <span className="muted">
              {t('meetingViews.templates.total', { count: old.totalMinutes, steps: old.steps.length })}
            </span>
            <span className="muted">
              {madeBy === null || madeAt === null
                ? t('meetingViews.templates.shipped')
                : t('meetingViews.templates.madeBy', { name: madeBy, at: formatInstant(madeAt, zone) })}
            </span>
            {mayEdit && old.version !== template.version ? (
              <Button size="small" loading={save.isPending} onClick={() => restore(old)}>
                {t('meetingViews.templates.restore')}
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
    </SideDrawer>
  )
}
