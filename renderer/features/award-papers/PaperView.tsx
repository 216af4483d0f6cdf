import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { AwardPaper } from '../../../shared/contract/award-papers.ts'
import { useSignedIn } from '../../app/session.ts'
import { cspNonce } from '../../app/theme/theme.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { saveFile } from '../../services/save-file.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ReportPane, readReport, savePaper } from '../reports/index.ts'
import styles from './AwardPapers.module.css'
import { TemplatePanel } from './TemplatePanel.tsx'

/** One paper as it will be printed, and beside it what it is saved as. */
export function PaperView({ uid, paper }: { uid: string; paper: AwardPaper }) {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const client = useClient()
  const { outlet, person } = useSignedIn()
  const [contact, setContact] = useState(() => `${outlet.name} ${person.name}`)
  const wish = { uid, paper, language, contact: paper === 'notice' ? contact : '' }
  const preview = useQuery({
    ...api.awardPapers.preview.queryOptions({ input: wish }),
    placeholderData: keepPreviousData,
  })
  const page = useMemo(() => preview.data && readReport(preview.data.html, cspNonce()), [preview.data])
  const title = preview.data?.title ?? t(`awardPapers.screen.${paper}`)
  const file = useMutation({
    mutationFn: () => client.awardPapers.file(wish),
    meta: { showsFailure: true },
    onSuccess({ file: made, fileName }) {
      if (made instanceof Blob) saveFile(made, fileName)
    },
  })
  return (
    <div className={styles.body}>
      <ReportPane label={t('awardPapers.screen.preview')} preview={preview} report={page} paperTitle={title} />
      <div className={styles.side}>
        <Panel title={title} isPadded>
          <div className={styles.form}>
            {file.error && <Failure error={file.error} />}
            {paper === 'notice' && (
              <Field label={t('awardPapers.screen.contact')}>
                {(ids) => (
                  <Input
                    {...ids}
                    maxLength={100}
                    autoComplete="off"
                    value={contact}
                    onChange={(event) => setContact(event.target.value)}
                  />
                )}
              </Field>
            )}
            <div className={styles.actions}>
              <Button type="primary" disabled={!page} loading={file.isPending} onClick={() => file.mutate()}>
                {t('awardPapers.screen.word')}
              </Button>
              <Button disabled={!page} onClick={() => void savePaper(title, t)}>
                {t('awardPapers.screen.print')}
              </Button>
            </div>
          </div>
        </Panel>
        {paper === 'nomination' && <TemplatePanel />}
      </div>
    </div>
  )
}
