import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { formatInstant } from '../../app/formats.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { onServiceClock } from '../../services/clock.ts'
import { mayCall } from '../../services/procedure-meta.ts'
import { useApi } from '../../services/use-client.ts'
import { DayField } from '../../ui/DayField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryTable } from '../../ui/table/QueryTable.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import styles from './Audit.module.css'
import { auditFilterStore, criteriaOf, isFiltered, MACHINES, NO_FILTER, RECORDS } from './audit-filter-store.ts'
import { CompareBar } from './CompareBar.tsx'
import { chainedProcedures } from './chained-procedures.ts'
import { DiagnosisDialog } from './DiagnosisDialog.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'
import { actorText, procedureText, recordText, roleText, type WordsOfEntries } from './entry-words.ts'
import { useEntryWords, useEverybody } from './use-entry-words.ts'
import { useSaveEntries } from './use-save-entries.ts'
import { Verdict } from './Verdict.tsx'

export function AuditScreen() {
  const words = useEntryWords()
  const { t } = words
  const { audit } = useApi()
  const filter = useStore(auditFilterStore)
  const [opened, setOpened] = useState<AuditEntry>()
  const { page, pageSize } = filter
  const entries = useQuery(
    audit.list.queryOptions({
      input: { ...criteriaOf(filter), limit: pageSize, offset: (page - 1) * pageSize },
      placeholderData: (before) => before,
    }),
  )
  const verdict = useQuery({ ...audit.verify.queryOptions({ input: {} }), enabled: false, gcTime: 0 })
  const { save } = useSaveEntries()
  const verify = () => void verdict.refetch()
  const [isDiagnosing, setDiagnosing] = useState(false)
  const mayDiagnose = mayCall(useSignedIn().person.role, 'audit', 'diagnose')

  useCommands([
    { id: 'audit-verify', key: 'audit.commands.verify', shortcut: 'V', run: verify },
    { id: 'audit-export', key: 'audit.commands.exportFile', run: save },
    { id: 'audit-diagnose', key: 'audit.diagnosis.open', when: () => mayDiagnose, run: () => setDiagnosing(true) },
  ])
  useKeyHints([
    { keys: ['Up', 'Down'], text: t('shell.keysMove') },
    { keys: ['Enter'], text: t('audit.hints.open') },
    { keys: ['V'], text: t('audit.hints.verify') },
  ])

  return (
    <Page>
      <PageHeader
        title={t('audit.title')}
        lead={t('audit.lead')}
        actions={
          <>
            {mayDiagnose && <Button onClick={() => setDiagnosing(true)}>{t('audit.diagnosis.open')}</Button>}
            <Button type="primary" loading={verdict.isFetching} onClick={verify}>
              {t(verdict.isFetching ? 'audit.verifying' : 'audit.verify')} <Kbd keys="V" onDark />
            </Button>
          </>
        }
      />
      <CompareBar />
      <Verdict
        verdict={verdict.data}
        error={verdict.error}
        at={onServiceClock(verdict.dataUpdatedAt)}
        onRetry={verify}
      />
      <QueryTable<AuditEntry>
        takesPageKeys
        id="audit"
        label={t('audit.title')}
        columns={columnsOf(words)}
        rows={entries.data?.entries}
        rowKey={({ sequence }) => String(sequence)}
        error={entries.error}
        isFetching={entries.isFetching}
        onRefresh={() => void entries.refetch()}
        onOpen={setOpened}
        onExport={save}
        isFiltered={isFiltered(filter)}
        onReset={() => auditFilterStore.setState(NO_FILTER)}
        paging={{
          page,
          pageSize,
          total: entries.data?.total ?? 0,
          onChange: (next, size) => auditFilterStore.setState({ page: size === pageSize ? next : 1, pageSize: size }),
        }}
        filters={<AuditFilters />}
        empty={<EmptyState title={t('audit.list.empty')} text={t('audit.list.emptyText')} />}
      />
      {isDiagnosing && <DiagnosisDialog onClose={() => setDiagnosing(false)} />}
      {opened && <EntryDrawer entry={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}

function AuditFilters() {
  const t = useTranslate()
  const filter = useStore(auditFilterStore)
  const people = useEverybody()
  const put = (change: Partial<typeof filter>) => auditFilterStore.setState({ ...change, page: 1 })
  const actors = [
    ...people.map(({ uid, name }) => ({ value: uid, label: name })),
    ...MACHINES.map((name) => ({ value: name as string, label: t(`audit.actor.${name}`) })),
  ]
  return (
    <>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 140 }}
        popupMatchSelectWidth={false}
        value={filter.actor ?? null}
        placeholder={t('audit.list.actorFilter')}
        aria-label={t('audit.list.actorFilter')}
        options={actors}
        onChange={(actor) => put({ actor: actor ?? undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 180 }}
        popupMatchSelectWidth={false}
        value={filter.procedure ?? null}
        placeholder={t('audit.list.procedureFilter')}
        aria-label={t('audit.list.procedureFilter')}
        options={chainedProcedures().map((procedure) => ({ value: procedure, label: procedureText(procedure, t) }))}
        onChange={(procedure) => put({ procedure: procedure ?? undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 130 }}
        popupMatchSelectWidth={false}
        value={filter.record ?? null}
        placeholder={t('audit.list.recordFilter')}
        aria-label={t('audit.list.recordFilter')}
        options={RECORDS.map((record) => ({ value: record as string, label: t(`audit.record.${record}`) }))}
        onChange={(record) => put({ record: record ?? undefined })}
      />
      <span className={styles.days}>
        <span className="faint">{t('audit.list.from')}</span>
        <DayField value={filter.from} onChange={(from) => put({ from })} />
        <span className="faint">{t('audit.list.to')}</span>
        <DayField value={filter.to} onChange={(to) => put({ to })} />
      </span>
    </>
  )
}

function columnsOf(words: WordsOfEntries): QueryColumn<AuditEntry>[] {
  const { t, zone } = words
  return [
    { key: 'sequence', title: t('audit.list.sequence'), width: 72, dataIndex: 'sequence' },
    {
      key: 'at',
      title: t('audit.list.at'),
      isFixedIn: true,
      width: 148,
      render: (_, { at }) => formatInstant(at, zone),
    },
    {
      key: 'actor',
      title: t('audit.list.actor'),
      isFixedIn: true,
      width: 150,
      render: (_, entry) => actorText(entry, words),
    },
    { key: 'role', title: t('audit.list.role'), width: 178, render: (_, { role }) => roleText(role, t) },
    {
      key: 'what',
      title: t('audit.list.what'),
      isFixedIn: true,
      width: 240,
      render: (_, { procedure }) => procedureText(procedure, t),
    },
    {
      key: 'records',
      title: t('audit.list.records'),
      render: (_, { changes }) => {
        const names = [...new Set(changes.map((change) => recordText(change, t)))]
        return (
          <span className="muted">
            {names.join(' · ')} {changes.length > 1 && t('audit.list.recordsCount', { count: changes.length })}
          </span>
        )
      },
    },
  ]
}
