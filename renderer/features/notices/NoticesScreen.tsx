import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import type { Notice } from '../../../shared/contract/notices.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { replaceParams, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { mayCall } from '../../services/procedure-meta.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryTable } from '../../ui/table/QueryTable.tsx'
import { NoticeCard } from './NoticeCard.tsx'
import { NoticeDrawer } from './NoticeDrawer.tsx'
import styles from './Notices.module.css'
import { noticeColumns } from './notice-columns.tsx'

const STATES = ['all', 'waiting', 'unread'] as const
type State = (typeof STATES)[number]
const MOST_ROWS = 200

/** What everybody must know, and who knows it. */
export function NoticesScreen() {
  const t = useTranslate()
  const { person, today } = useSignedIn()
  const { params } = useLocation()
  const field = useRef<InputRef>(null)
  const [search, setSearch] = useState('')
  const [editing, setEditing] = useState<{ notice?: Notice }>()
  const state: State = STATES.find((one) => one === params.state) ?? 'all'
  const mayAdd = mayCall(person.role, 'notices', 'add')
  const api = useApi()
  const read = useQuery({
    ...api.notices.list.queryOptions({ input: { state, search, limit: MOST_ROWS } }),
    placeholderData: keepPreviousData,
  })
  const waiting = useQuery(api.notices.list.queryOptions({ input: { state: 'waiting', limit: 1 } }))
  const rows = read.data?.notices
  const show = (change: { state?: State; notice?: string | undefined }) => {
    const next = { state, notice: params.notice, ...change }
    replaceParams({ ...(next.state !== 'all' && { state: next.state }), ...(next.notice && { notice: next.notice }) })
  }
  const add = () => setEditing({})
  useCommands([
    { id: 'notices-search', key: 'common.search', shortcut: '/', isKeyOnly: true, run: () => field.current?.focus() },
    ...(mayAdd ? [{ id: 'notices-add', key: 'notices.add' as const, shortcut: 'N', run: add }] : []),
  ])
  useKeyHints([
    { keys: ['/'], text: t('notices.hints.find') },
    { keys: ['Up', 'Down'], text: t('shell.keysMove') },
    { keys: ['Enter'], text: t('notices.hints.open') },
    ...(mayAdd ? [{ keys: ['N'], text: t('notices.hints.add') }] : []),
  ])
  const count = waiting.data?.total
  return (
    <Page>
      <PageHeader
        title={t('notices.title')}
        lead={
          count !== undefined &&
          rows?.length !== 0 &&
          (count > 0 ? t('notices.lead', { waiting: count }) : t('notices.leadAll'))
        }
        actions={
          mayAdd && (
            <Button type="primary" onClick={add}>
              {t('notices.add')} <Kbd keys="N" onDark />
            </Button>
          )
        }
      />
      <QueryTable<Notice>
        takesPageKeys
        id="notices"
        label={t('notices.title')}
        columns={noticeColumns(t, today)}
        rows={rows}
        rowKey={({ uid }) => uid}
        error={read.error}
        isFetching={read.isFetching}
        onRefresh={() => void read.refetch()}
        onOpen={({ uid }) => show({ notice: uid })}
        isFiltered={search !== '' || state !== 'all'}
        onReset={() => {
          setSearch('')
          show({ state: 'all' })
        }}
        rowTone={({ withdrawnReason }) => (withdrawnReason === null ? undefined : 'faint')}
        filters={
          <>
            <Input
              ref={field}
              className={styles.search ?? ''}
              allowClear
              value={search}
              maxLength={60}
              placeholder={t('notices.list.search')}
              aria-label={t('notices.list.search')}
              onChange={(event) => setSearch(event.target.value)}
            />
            <Select<State>
              value={state}
              aria-label={t('notices.list.stateFilter')}
              options={STATES.map((value) => ({ value, label: t(`notices.list.${value}`) }))}
              onChange={(next) => show({ state: next })}
            />
          </>
        }
        empty={
          <EmptyState
            title={t('notices.list.empty')}
            text={t(mayAdd ? 'notices.list.emptyText' : 'notices.list.emptyReader')}
            action={
              mayAdd && (
                <Button type="primary" onClick={add}>
                  {t('notices.add')}
                </Button>
              )
            }
          />
        }
      />
      {read.data && rows && read.data.total > rows.length && (
        <p className="muted">{t('notices.list.cut', { count: rows.length, total: read.data.total })}</p>
      )}
      {params.notice && !editing && (
        <NoticeCard
          key={params.notice}
          uid={params.notice}
          onEdit={(notice) => setEditing({ notice })}
          onClose={() => show({ notice: undefined })}
        />
      )}
      {editing && <NoticeDrawer notice={editing.notice} onClose={() => setEditing(undefined)} />}
    </Page>
  )
}
