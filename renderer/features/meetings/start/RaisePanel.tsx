import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { AnswerRow } from '../../../../shared/contract/meeting-lines.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { saveFile } from '../../../services/save-file.ts'
import { useApi, useClient } from '../../../services/use-client.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { notify } from '../../../ui/toast-store.ts'
import styles from './Start.module.css'

interface Reading {
  file: File
  rows: AnswerRow[]
}

/** To the branch and back by file: what waits goes out, a filled-in file comes in row by row. */
export function RaisePanel() {
  const t = useTranslate()
  const api = useApi()
  const client = useClient()
  const language = useLanguage()
  const chooser = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState<Reading>()
  const { data: waiting } = useQuery(api.meetings.raised.queryOptions({ input: {} }))
  const save = useMutation({
    mutationFn: () => client.meetings.raisedFile({ language }),
    onSuccess: ({ file, fileName }) => saveFile(file as Blob, fileName),
  })
  const read = useMutation({
    mutationFn: async (file: File) => ({
      file,
      rows: await client.meetings.readAnswersFile({ file, fileName: file.name }),
    }),
    onSuccess: setReading,
  })
  const take = useMutation(
    api.meetings.takeAnswersFile.mutationOptions({
      onSuccess({ taken }) {
        setReading(undefined)
        notify({ tone: 'done', text: t('meetings.raise.taken', { count: taken }) })
      },
    }),
  )
  const count = waiting?.length ?? 0
  const good = reading?.rows.filter(({ problem }) => problem === null).length ?? 0
  return (
    <Panel title={t('meetings.raise.title')} isPadded>
      {count === 0 && <p className={`faint ${styles.none}`}>{t('meetings.raise.none')}</p>}
      <div className={styles.acts}>
        <Button disabled={count === 0} loading={save.isPending} onClick={() => save.mutate()}>
          {t('meetings.raise.save', { count })}
        </Button>
        <Button loading={read.isPending} onClick={() => chooser.current?.click()}>
          {t('meetings.raise.take')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={t('meetings.raise.take')}
          onChange={({ target }) => {
            const file = target.files?.[0]
            target.value = ''
            if (file) read.mutate(file)
          }}
        />
      </div>
      <Dialog
        title={t('meetings.raise.reading')}
        open={reading !== undefined}
        width={760}
        destroyOnHidden
        onCancel={() => setReading(undefined)}
        footer={[
          <Button key="cancel" onClick={() => setReading(undefined)}>
            {t('common.cancel')}
          </Button>,
          <Button
            key="take"
            type="primary"
            disabled={good === 0}
            loading={take.isPending}
            onClick={() => reading && take.mutate({ file: reading.file, fileName: reading.file.name })}
          >
            {t('meetings.raise.takeAll', { count: good })}
          </Button>,
        ]}
      >
        <table className={styles.answers}>
          <thead>
            <tr>
              <th>#</th>
              <th>{t('meetings.raise.words')}</th>
              <th>{t('meetings.raise.answer')}</th>
              <th>{t('meetings.raise.result')}</th>
            </tr>
          </thead>
          <tbody>
            {reading?.rows.map(({ row, words, answer, problem }) => (
              <tr key={row}>
                <td>{row}</td>
                <td>{words}</td>
                <td>{answer}</td>
                <td>
                  <StatusTag tone={problem === null ? 'pine' : 'red'}>
                    {t(problem === null ? 'meetings.raise.good' : `meetings.raise.problem.${problem}`)}
                  </StatusTag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Dialog>
    </Panel>
  )
}
