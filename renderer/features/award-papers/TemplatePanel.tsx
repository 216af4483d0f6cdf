import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { mayCall } from '../../services/procedure-meta.ts'
import { saveFile } from '../../services/save-file.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './AwardPapers.module.css'

/** The Word template that nominations are filled into: the bank's own, or the one that came with the program. */
export function TemplatePanel() {
  const t = useTranslate()
  const api = useApi()
  const client = useClient()
  const cache = useQueryClient()
  const { person } = useSignedIn()
  const chooser = useRef<HTMLInputElement>(null)
  const { data: template } = useQuery(api.awardPapers.template.queryOptions({ input: {} }))
  const save = useMutation({
    ...api.awardPapers.saveTemplate.mutationOptions({ meta: { showsFailure: true } }),
    onSuccess() {
      void cache.invalidateQueries({ queryKey: api.awardPapers.key() })
      notify({ tone: 'done', text: t('awardPapers.screen.templateSaved') })
    },
  })
  const load = useMutation({
    mutationFn: () => client.awardPapers.templateFile({}),
    onSuccess({ file, fileName }) {
      if (file instanceof Blob) saveFile(file, fileName)
    },
  })
  return (
    <Panel title={t('awardPapers.screen.template')} isPadded>
      <div className={styles.form}>
        {save.error && <Failure error={save.error} />}
        <p className="muted">
          {t(template?.isOwn ? 'awardPapers.screen.templateOwn' : 'awardPapers.screen.templateShipped')}
        </p>
        <div className={styles.actions}>
          <Button size="small" loading={load.isPending} onClick={() => load.mutate()}>
            {t('awardPapers.screen.templateGet')}
          </Button>
          {mayCall(person.role, 'awardPapers', 'saveTemplate') && (
            <Button size="small" loading={save.isPending} onClick={() => chooser.current?.click()}>
              {t('awardPapers.screen.templateLoad')}
            </Button>
          )}
          {template?.isOwn && mayCall(person.role, 'awardPapers', 'saveTemplate') && (
            <Button size="small" onClick={() => save.mutate({ file: null })}>
              {t('awardPapers.screen.templateReset')}
            </Button>
          )}
        </div>
        <input
          ref={chooser}
          type="file"
          accept=".docx"
          hidden
          aria-label={t('awardPapers.screen.templateLoad')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) save.mutate({ file })
          }}
        />
      </div>
    </Panel>
  )
}
