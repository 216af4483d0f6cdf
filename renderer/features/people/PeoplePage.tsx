import { useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Person } from '../../../shared/contract/people.ts'
import { POSTS } from '../../../shared/roles.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { replaceParams, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryTable } from '../../ui/table/QueryTable.tsx'
import { type IssuedPin, OneTimePinDialog } from './OneTimePinDialog.tsx'
import styles from './PeoplePage.module.css'
import { PersonDrawer } from './PersonDrawer.tsx'
import { peopleColumns } from './people-columns.tsx'
import { filterPeople, isFiltered, NO_FILTER, peopleFilterStore } from './people-filter-store.ts'
import { VISITORS, ViewSwitch } from './ViewSwitch.tsx'
import { VisitorsPage } from './VisitorsPage.tsx'

const NEW = 'new'

export function PeoplePage() {
  return useLocation().params.view === VISITORS ? <VisitorsPage /> : <StaffPage />
}

function StaffPage() {
  const t = useTranslate()
  const { person: me, today } = useSignedIn()
  const { params } = useLocation()
  const filter = useStore(peopleFilterStore)
  const search = useRef<InputRef>(null)
  const [issued, setIssued] = useState<IssuedPin>()
  const people = useQuery(useApi().people.list.queryOptions({ input: { includeInactive: true } }))
  const rows = useMemo(() => people.data && filterPeople(people.data, filter), [people.data, filter])
  const columns = useMemo(() => peopleColumns(t, today), [t, today])
  const mayEdit = me.role === 'outlet-head'
  const opened = people.data?.find(({ uid }) => uid === params.person)
  const open = (person: string) => replaceParams({ person })

  useCommands([
    { id: 'people-add', key: 'commands.addPerson', shortcut: 'N', when: () => mayEdit, run: () => open(NEW) },
    { id: 'people-search', key: 'common.search', shortcut: '/', isKeyOnly: true, run: () => search.current?.focus() },
  ])
  useKeyHints([
    { keys: ['/'], text: t('people.hints.find') },
    { keys: ['Up', 'Down'], text: t('shell.keysMove') },
    ...(mayEdit
      ? [
          { keys: ['Enter'], text: t('people.hints.open') },
          { keys: ['N'], text: t('people.hints.add') },
        ]
      : []),
  ])

  return (
    <Page>
      <PageHeader
        title={t('people.list.title')}
        lead={people.data && t('people.list.summary', { count: people.data.filter(({ isActive }) => isActive).length })}
        actions={
          <>
            <ViewSwitch />
            {mayEdit && (
              <Button type="primary" onClick={() => open(NEW)}>
                {t('people.list.addPerson')} <Kbd keys="N" onDark />
              </Button>
            )}
          </>
        }
      />
      <QueryTable<Person>
        takesPageKeys
        id="people"
        label={t('people.list.title')}
        columns={columns}
        rows={rows}
        rowKey={({ uid }) => uid}
        error={people.error}
        isFetching={people.isFetching}
        onRefresh={() => void people.refetch()}
        isFiltered={isFiltered(filter)}
        onReset={() => peopleFilterStore.setState(NO_FILTER)}
        rowTone={({ isActive }) => (isActive ? undefined : 'faint')}
        {...(mayEdit && { onOpen: ({ uid }) => open(uid) })}
        filters={
          <>
            <Input
              ref={search}
              className={styles.search ?? ''}
              allowClear
              value={filter.query}
              placeholder={t('people.list.searchHint')}
              aria-label={t('people.list.searchHint')}
              onChange={(event) => peopleFilterStore.setState({ query: event.target.value })}
            />
            <Select
              className={styles.select ?? ''}
              allowClear
              value={filter.post ?? null}
              placeholder={t('people.list.postFilter')}
              aria-label={t('people.list.postFilter')}
              options={POSTS.map((post) => ({ value: post, label: t(`posts.${post}`) }))}
              onChange={(post) => peopleFilterStore.setState({ post: post ?? undefined })}
            />
            <Select
              value={filter.state}
              aria-label={t('people.list.stateFilter')}
              options={[
                { value: 'active' as const, label: t('people.list.stateActive') },
                { value: 'inactive' as const, label: t('people.list.stateInactive') },
                { value: 'all' as const, label: t('common.all') },
              ]}
              onChange={(state) => peopleFilterStore.setState({ state })}
            />
          </>
        }
        empty={<EmptyState title={t('people.list.empty')} text={t('people.list.emptyText')} />}
      />
      {mayEdit && (opened || params.person === NEW) && (
        <PersonDrawer key={params.person} person={opened} onClose={() => replaceParams({})} onPinIssued={setIssued} />
      )}
      {issued && <OneTimePinDialog issued={issued} onClose={() => setIssued(undefined)} />}
    </Page>
  )
}
