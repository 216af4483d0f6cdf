import { useQuery } from '@tanstack/react-query'
import type { Outage } from '../../../shared/contract/devices.ts'
import { monthRange } from '../../../shared/domain/business-day.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { QueryTable } from '../../ui/table/QueryTable.tsx'
import { useSaveTable } from '../../ui/table/use-save-table.ts'
import styles from './Devices.module.css'
import { outageColumns } from './outage-columns.tsx'

const MOST_SHOWN = 1000

/** Every outage that touches the month, newest first. */
export function MonthOutages({ month, onOpen }: { month: string; onOpen: ((outage: Outage) => void) | undefined }) {
  const t = useTranslate()
  const now = useNow()
  const { zone } = useSignedIn()
  const api = useApi()
  const outages = useQuery(api.devices.outages.queryOptions({ input: monthRange(month) }))
  const { data: total } = useQuery({
    ...api.devices.outageCount.queryOptions({ input: monthRange(month) }),
    enabled: outages.data?.length === MOST_SHOWN,
  })
  const at = (instant: number | null) => (instant === null ? '' : formatInstant(instant, zone))
  const saving = useSaveTable(() => ({
    title: `${t('devices.outages.title')} ${month}`,
    head: (
      ['device', 'start', 'called', 'arrived', 'repaired', 'end', 'kind', 'reason', 'ticket', 'vendor'] as const
    ).map((name) => t(`devices.outages.${name}`)),
    rows: (outages.data ?? []).map((outage) => [
      `${outage.device.name} ${outage.device.number}`,
      at(outage.startAt),
      at(outage.calledAt),
      at(outage.arrivedAt),
      at(outage.repairedAt),
      at(outage.endAt),
      t(outage.isPartial ? 'devices.outages.partial' : 'devices.outages.whole'),
      outage.reason ?? '',
      outage.ticket ?? '',
      outage.vendor ?? '',
    ]),
  }))
  return (
    <QueryTable<Outage>
      id="outages"
      label={t('devices.outages.title')}
      columns={outageColumns(t, now, zone)}
      rows={outages.data}
      rowKey={({ uid }) => uid}
      error={outages.error}
      isFetching={outages.isFetching || saving.isSaving}
      onRefresh={() => void outages.refetch()}
      onExport={saving.save}
      filters={
        <h2 className={styles.tableHead}>
          {t('devices.outages.title')}{' '}
          {total !== undefined && total > MOST_SHOWN && (
            <span className="faint">{t('devices.outages.mostShown', { count: MOST_SHOWN, total })}</span>
          )}
        </h2>
      }
      {...(onOpen && { onOpen })}
      empty={<EmptyState title={t('devices.outages.none', { month })} />}
    />
  )
}
