import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportRun } from '../../../shared/contract/imports.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { formatInstant } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { QueryTable } from '../../ui/table/QueryTable.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import { notify } from '../../ui/toast-store.ts'
import styles from './ImportsScreen.module.css'

const NAMED_AT_MOST = 5

type Result = Pick<ImportRun, 'uid' | 'kind' | 'fileName' | 'accepted' | 'skipped'>

/** Every import in one line, each to be taken back whole; above them what the last one just did. */
export function EarlierImports({ result, mayUndo }: { result: Result | undefined; mayUndo: boolean }) {
  const t = useTranslate()
  const api = useApi()
  const { zone } = useSignedIn()
  const list = useQuery(api.imports.list.queryOptions({ input: {} }))
  const { undo, undoing } = useUndoImport()
  const stands = result && list.data?.find(({ uid }) => uid === result.uid)?.undoneAt === null
  return (
    <>
      {result && stands && (
        <div className={styles.result} role="status">
          <b>{t('imports.wizard.done', { count: result.accepted })}</b>
          <span className="muted">
            {result.fileName} {result.skipped > 0 && t('imports.wizard.doneSkipped', { count: result.skipped })}
          </span>
          <span className={styles.gap} />
          <ResultLink kind={result.kind} />
          <Button loading={undoing === result.uid} onClick={() => undo(result)}>
            {t('imports.wizard.undo')}
          </Button>
        </div>
      )}
      <QueryTable<ImportRun>
        id="imports"
        label={t('imports.wizard.earlier')}
        columns={columns(t, zone, mayUndo, undoing, undo)}
        rows={list.data}
        rowKey={({ uid }) => uid}
        error={list.error}
        isFetching={list.isFetching}
        onRefresh={() => void list.refetch()}
        filters={<h2>{t('imports.wizard.earlier')}</h2>}
        rowTone={({ undoneAt }) => (undoneAt === null ? undefined : 'faint')}
        empty={<EmptyState title={t('imports.wizard.earlierEmpty')} text={t('imports.wizard.earlierEmptyText')} />}
      />
    </>
  )
}

function ResultLink({ kind }: { kind: Result['kind'] }) {
  const t = useTranslate()
  const [path, key] = (
    {
      roster: ['/people', 'imports.wizard.resultPeople'],
      ledger: ['/rectifications', 'imports.wizard.resultTasks'],
      patrol: ['/patrols', 'imports.wizard.resultPatrols'],
      devices: ['/devices', 'imports.wizard.resultDevices'],
    } as const
  )[kind]
  return <Button onClick={() => navigate(path, kind === 'ledger' ? { group: 'all' } : {})}>{t(key)}</Button>
}

export function useUndoImport() {
  const t = useTranslate()
  const [undoing, setUndoing] = useState<string>()
  const run = useMutation(useApi().imports.undo.mutationOptions())
  /** Also offered by a toast that outlives the screen it came from. */
  function undo({ uid, fileName }: Pick<ImportRun, 'uid' | 'fileName'>) {
    setUndoing(uid)
    run
      .mutateAsync({ importUid: uid })
      .then(
        ({ kept }) =>
          kept.length === 0
            ? notify({ tone: 'done', text: t('imports.wizard.undone', { name: fileName }) })
            : notify({
                tone: 'note',
                text: t('imports.wizard.undoneInPart', { name: fileName, count: kept.length }),
                more: kept.slice(0, NAMED_AT_MOST).join(t('imports.wizard.join')),
              }),
        () => undefined,
      )
      .finally(() => setUndoing(undefined))
  }
  return { undo, undoing }
}

function columns(
  t: Translate,
  zone: string,
  mayUndo: boolean,
  undoing: string | undefined,
  undo: (run: ImportRun) => void,
): QueryColumn<ImportRun>[] {
  return [
    { key: 'file', title: t('imports.wizard.file'), isFixedIn: true, dataIndex: 'fileName' },
    { key: 'kind', title: t('imports.wizard.kindColumn'), render: (_, { kind }) => t(`imports.kind.${kind}`) },
    { key: 'at', title: t('imports.wizard.at'), render: (_, { at }) => formatInstant(at, zone) },
    { key: 'by', title: t('imports.wizard.by'), dataIndex: 'by' },
    {
      key: 'saved',
      title: t('imports.wizard.saved'),
      align: 'right',
      render: (_, { accepted }) => accepted.toLocaleString('en-US'),
    },
    {
      key: 'left',
      title: t('imports.wizard.left'),
      align: 'right',
      render: (_, { skipped }) => skipped.toLocaleString('en-US'),
    },
    {
      key: 'state',
      title: t('imports.wizard.state'),
      render: (_, { undoneAt }) =>
        undoneAt === null ? (
          <StatusTag tone="pine">{t('imports.wizard.stands')}</StatusTag>
        ) : (
          t('imports.wizard.takenBack', { time: formatInstant(undoneAt, zone) })
        ),
    },
    {
      key: 'undo',
      title: '',
      isFixedIn: true,
      align: 'right',
      render: (_, run) =>
        mayUndo &&
        run.undoneAt === null && (
          <Button size="small" loading={undoing === run.uid} onClick={() => undo(run)}>
            {t('imports.wizard.undo')}
          </Button>
        ),
    },
  ]
}
