import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { ROUND_IDS } from '../../../../shared/contract/checklists.ts'
import { PATROL_STATES, type PatrolSummary } from '../../../../shared/contract/patrols.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { QueryTable } from '../../../ui/table/QueryTable.tsx'
import { useSaveTable } from '../../../ui/table/use-save-table.ts'
import { showRound } from '../use-open-round.ts'
import { pastColumns, pastRow } from './past-columns.tsx'
import { filterRounds, isFiltered, NO_FILTER, pastFilterStore, spanOf } from './past-filter-store.ts'
import styles from './RoundsPage.module.css'

/** Every round of a span of days; Enter opens it to be read. */
export function PastRounds() {
  const t = useTranslate()
  const { today, zone } = useSignedIn()
  const filter = useStore(pastFilterStore)
  const span = spanOf(filter, today)
  const list = useQuery(useApi().patrols.list.queryOptions({ input: span }))
  const rows = useMemo(() => list.data && filterRounds(list.data, filter), [list.data, filter])
  /** Nothing is said to be missing before the answer has come. */
  const isStillEmpty = list.isFetching && rows?.length === 0
  const columns = useMemo(() => pastColumns(t, zone), [t, zone])

  const { save } = useSaveTable(() => ({
    title: `${t('patrols.list.past')} ${span.from} ${span.to}`,
    head: columns.map(({ title }) => title),
    rows: (rows ?? []).map((row) => pastRow(row, t, zone)),
  }))

  return (
    <QueryTable<PatrolSummary>
      id="patrols"
      label={t('patrols.list.past')}
      columns={columns}
      rows={isStillEmpty ? undefined : rows}
      rowKey={({ uid }) => uid}
      error={list.error}
      isFetching={list.isFetching}
      onRefresh={() => void list.refetch()}
      onExport={rows && rows.length > 0 ? save : undefined}
      onOpen={({ uid }) => showRound(uid)}
      isFiltered={isFiltered(filter)}
      onReset={() => pastFilterStore.setState(NO_FILTER)}
      filters={
        <>
          <h2 className={styles.past}>{t('patrols.list.past')}</h2>
          <DayField value={span.from} onChange={(from) => pastFilterStore.setState({ from: from ?? undefined })} />
          <span className="faint">{t('patrols.list.to')}</span>
          <DayField value={span.to} onChange={(to) => pastFilterStore.setState({ to: to ?? undefined })} />
          <Select
            allowClear
            className={styles.select ?? ''}
            value={filter.round ?? null}
            placeholder={t('patrols.list.round')}
            aria-label={t('patrols.list.round')}
            options={ROUND_IDS.map((round) => ({ value: round, label: t(`patrols.rounds.${round}`) }))}
            onChange={(round) => pastFilterStore.setState({ round: round ?? undefined })}
          />
          <Select
            allowClear
            className={styles.select ?? ''}
            value={filter.state ?? null}
            placeholder={t('patrols.list.state')}
            aria-label={t('patrols.list.state')}
            options={PATROL_STATES.map((state) => ({ value: state, label: t(`patrols.states.${state}`) }))}
            onChange={(state) => pastFilterStore.setState({ state: state ?? undefined })}
          />
        </>
      }
      empty={<EmptyState title={t('patrols.list.empty')} text={t('patrols.list.emptyText')} />}
    />
  )
}
