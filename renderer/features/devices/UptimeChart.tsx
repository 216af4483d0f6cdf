import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DeviceMonth } from '../../../shared/contract/devices.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { Palette } from '../../charts/chart-theme.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { hoursText } from './device-words.ts'
import { uptimeOption } from './uptime-option.ts'

interface UptimeChartProps {
  till: DeviceMonth['month']
  target: number
  /** One device instead of the outlet. */
  device?: { uid: string; name: string }
  onMonth?: (month: string) => void
}

/** Twelve months up to the one shown. */
export function UptimeChart({ till, target, device, onMonth }: UptimeChartProps) {
  const t = useTranslate()
  const { data, error, refetch } = useQuery(
    useApi().devices.months.queryOptions({ input: { till, ...(device && { device: device.uid }) } }),
  )
  const words = useMemo(() => ({ uptime: t('devices.chart.uptime'), target: t('devices.chart.target') }), [t])
  const option = useMemo(() => {
    const months = (data ?? []).map(({ month, uptime }) => ({ month, uptime: uptime.uptime }))
    return (palette: Palette) => uptimeOption(months, target, words, palette)
  }, [data, target, words])
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={5} />
  if (data.every(({ uptime }) => uptime.uptime === null)) return <EmptyState title={t('devices.chart.none')} />
  const head = [
    t('devices.chart.month'),
    words.uptime,
    t('devices.chart.due'),
    t('devices.chart.down'),
    t('devices.chart.failures'),
  ]
  const rows = data.map(({ month, uptime }) => [
    month,
    formatRate(uptime.uptime),
    hoursText(uptime.dueMinutes),
    hoursText(uptime.downMinutes),
    uptime.failures,
  ])
  return (
    <Chart
      title={device ? t('devices.chart.ofDevice', { name: device.name }) : t('devices.chart.title')}
      option={option}
      table={{ head, rows }}
      {...(onMonth && {
        onMark: (row: number) => {
          const month = data[row]?.month
          if (month) onMonth(month)
        },
      })}
    />
  )
}
