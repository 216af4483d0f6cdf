import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
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
import { VISITORS, ViewSwitch } from './ViewSwitch.tsx'
import { VisitorDrawer } from './VisitorDrawer.tsx'
import { visitorColumns } from './visitor-columns.tsx'

const NEW = 'new'

/** Inspectors of the branch and auditors: they sign in and are nobody's colleague. */
export function VisitorsPage() {
  const t = useTranslate()
  const { person: me, today } = useSignedIn()
  const { params } = useLocation()
  const [issued, setIssued] = useState<IssuedPin>()
  const visitors = useQuery(useApi().people.visitors.queryOptions({ input: {} }))
  const columns = useMemo(() => visitorColumns(t, today), [t, today])
  const mayEdit = me.role === 'outlet-head'
  const opened = visitors.data?.find(({ uid }) => uid === params.person)
  const open = (person: string) => replaceParams({ view: VISITORS, person })
  const close = () => replaceParams({ view: VISITORS })

  useCommands([
    { id: 'visitor-add', key: 'people.visitors.add', shortcut: 'N', when: () => mayEdit, run: () => open(NEW) },
  ])
  useKeyHints([
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
        title={t('people.visitors.title')}
        lead={t('people.visitors.lead')}
        actions={
          <>
            <ViewSwitch />
            {mayEdit && (
              <Button type="primary" onClick={() => open(NEW)}>
                {t('people.visitors.add')} <Kbd keys="N" onDark />
              </Button>
            )}
          </>
        }
      />
      <QueryTable<Person>
        takesPageKeys
        id="visitors"
        label={t('people.visitors.title')}
        columns={columns}
        rows={visitors.data}
        rowKey={({ uid }) => uid}
        error={visitors.error}
        isFetching={visitors.isFetching}
        onRefresh={() => void visitors.refetch()}
        rowTone={({ isActive }) => (isActive ? undefined : 'faint')}
        {...(mayEdit && { onOpen: ({ uid }) => open(uid) })}
        empty={<EmptyState title={t('people.visitors.empty')} text={t('people.visitors.emptyText')} />}
      />
      {mayEdit && (opened || params.person === NEW) && (
        <VisitorDrawer key={params.person} visitor={opened} onClose={close} onPinIssued={setIssued} />
      )}
      {issued && <OneTimePinDialog issued={issued} onClose={() => setIssued(undefined)} />}
    </Page>
  )
}
