import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Backup } from '../../../shared/contract/backups.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { QueryTable } from '../../ui/table/QueryTable.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import { formatSize } from './backup-words.ts'

interface BackupTableProps {
  backups: readonly Backup[] | undefined
  error: unknown
  isFetching: boolean
  mayRestore: boolean
  onRefresh: () => void
  onRestore: (backup: Backup) => void
  emptyAction: ReactNode
}

/** Newest first; Enter on a row opens the restore. */
export function BackupTable(props: BackupTableProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { backups, mayRestore, onRestore } = props
  return (
    <QueryTable<Backup>
      id="backups"
      label={t('backups.list.title')}
      columns={columns(t, zone, mayRestore, onRestore)}
      rows={backups && [...backups].sort((a, b) => b.takenAt - a.takenAt)}
      rowKey={({ id, place }) => `${place}/${id}`}
      error={props.error}
      isFetching={props.isFetching}
      onRefresh={props.onRefresh}
      filters={<h2>{t('backups.list.title')}</h2>}
      {...(mayRestore && { onOpen: (backup: Backup) => backup.isGood && onRestore(backup), takesPageKeys: true })}
      rowTone={({ isGood }) => (isGood ? undefined : 'faint')}
      empty={
        <EmptyState title={t('backups.list.empty')} text={t('backups.list.emptyText')} action={props.emptyAction} />
      }
    />
  )
}

function columns(
  t: Translate,
  zone: string,
  mayRestore: boolean,
  onRestore: (backup: Backup) => void,
): QueryColumn<Backup>[] {
  return [
    {
      key: 'takenAt',
      title: t('backups.list.takenAt'),
      isFixedIn: true,
      render: (_, { takenAt }) => formatInstant(takenAt, zone),
    },
    { key: 'reason', title: t('backups.list.reason'), render: (_, { reason }) => t(`backups.reason.${reason}`) },
    { key: 'place', title: t('backups.list.place'), render: (_, { place }) => t(`backups.list.${place}`) },
    { key: 'size', title: t('backups.list.size'), align: 'right', render: (_, { bytes }) => formatSize(bytes) },
    {
      key: 'rows',
      title: t('backups.list.rows'),
      align: 'right',
      render: (_, { rows }) => rows.toLocaleString('en-US'),
    },
    { key: 'photos', title: t('backups.list.photos'), align: 'right', dataIndex: 'photoCount' },
    { key: 'state', title: t('backups.list.state'), render: (_, backup) => <State backup={backup} /> },
    {
      key: 'restore',
      title: '',
      isFixedIn: true,
      align: 'right',
      render: (_, backup) =>
        mayRestore &&
        backup.isGood && (
          <Button
            size="small"
            onClick={(event) => {
              event.stopPropagation()
              onRestore(backup)
            }}
          >
            {t('backups.list.restore')}
          </Button>
        ),
    },
  ]
}

function State({ backup: { isGood, isFutureDated, isChainWhole, lock, signature } }: { backup: Backup }) {
  const t = useTranslate()
  if (!isGood) return <StatusTag tone="red">{t('backups.list.damaged')}</StatusTag>
  if (isFutureDated) return <StatusTag tone="amber">{t('backups.list.future')}</StatusTag>
  if (!isChainWhole) return <StatusTag tone="amber">{t('backups.list.chainBroken')}</StatusTag>
  if (signature !== 'own') return <StatusTag tone="amber">{t(`backups.list.signature.${signature}`)}</StatusTag>
  return <StatusTag tone="pine">{t(lock === 'none' ? 'backups.list.good' : 'backups.list.locked')}</StatusTag>
}
