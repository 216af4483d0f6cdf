import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, Select } from 'antd'
import { type FocusEvent, useMemo, useRef, useState } from 'react'
import type { Outage } from '../../../shared/contract/devices.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { navigate, replaceParams, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryTable } from '../../ui/table/QueryTable.tsx'
import { DeviceCard } from './DeviceCard.tsx'
import { DeviceDrawer } from './DeviceDrawer.tsx'
import { DeviceFigures } from './DeviceFigures.tsx'
import styles from './Devices.module.css'
import { deviceColumns } from './device-columns.tsx'
import { type DeviceRow, isMonth, shiftMonth, stateOf } from './device-words.ts'
import { MonthOutages } from './MonthOutages.tsx'
import { MonthPaper } from './MonthPaper.tsx'
import { OutageDrawer } from './OutageDrawer.tsx'
import { UptimeChart } from './UptimeChart.tsx'
import { useDeviceRights, useSwitchDevice } from './use-device-actions.ts'
import { useZones } from './use-zones.ts'

type Shown = 'inUse' | 'isDown' | 'all'
type Editing = { what: 'device'; uid?: string } | { what: 'outage'; outage?: Outage; device?: string | undefined }

export function DevicesScreen() {
  const t = useTranslate()
  const now = useNow()
  const { zone, today } = useSignedIn()
  const { params } = useLocation()
  const zones = useZones()
  const rights = useDeviceRights()
  const switching = useSwitchDevice()
  const search = useRef<InputRef>(null)
  const [focused, setFocused] = useState<string>()
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState<Shown>('inUse')
  const [editing, setEditing] = useState<Editing>()
  const thisMonth = today.slice(0, 7)
  const month = isMonth(params.month) && params.month <= thisMonth ? params.month : thisMonth
  const read = useQuery({
    ...useApi().devices.month.queryOptions({ input: { month } }),
    placeholderData: keepPreviousData,
  })
  const all = read.data?.devices
  const rows = useMemo(() => all?.filter((row) => isShown(row, query, shown)), [all, query, shown])
  const opened = all?.find(({ device }) => device.uid === params.device)?.device
  const current = rows?.find(({ device }) => device.uid === focused) ?? rows?.[0]
  const { mayEdit, mayRecord } = rights

  const show = (change: { month?: string; device?: string | undefined }) => {
    const next = { month, device: params.device, ...change }
    replaceParams({
      ...(next.month !== thisMonth && { month: next.month }),
      ...(next.device && { device: next.device }),
    })
  }
  const go = (step: number) => {
    const next = shiftMonth(month, step)
    if (next <= thisMonth) show({ month: next })
  }
  const flip = ({ device }: DeviceRow) => (device.down ? switching.markUp(device) : switching.markDown(device))
  const columns = deviceColumns({
    t,
    month: read.data,
    now,
    zone,
    zoneName: zones.nameOf,
    onSwitch: mayRecord ? flip : undefined,
  })
  const enter = (device?: string) => setEditing({ what: 'outage', device })

  // Not by the state shown: right after one key the list is still on its way, and the service says which of the two is untrue.
  const isInUse = () => current?.device.isInUse === true
  const recording = [
    {
      id: 'devices-down',
      key: 'devices.commands.down' as const,
      shortcut: 'D',
      isKeyOnly: true,
      when: isInUse,
      run: () => current && switching.markDown(current.device),
    },
    {
      id: 'devices-up',
      key: 'devices.commands.up' as const,
      shortcut: 'U',
      isKeyOnly: true,
      when: isInUse,
      run: () => current && switching.markUp(current.device),
    },
    {
      id: 'devices-enter',
      key: 'devices.commands.enter' as const,
      shortcut: 'E',
      run: () => enter(current?.device.uid),
    },
  ]
  const add = () => setEditing({ what: 'device' })
  useCommands([
    { id: 'devices-search', key: 'common.search', shortcut: '/', isKeyOnly: true, run: () => search.current?.focus() },
    { id: 'devices-before', key: 'devices.monthBefore', shortcut: 'Left', isKeyOnly: true, run: () => go(-1) },
    { id: 'devices-after', key: 'devices.monthAfter', shortcut: 'Right', isKeyOnly: true, run: () => go(1) },
    ...(mayRecord ? recording : []),
    ...(mayEdit ? [{ id: 'devices-add', key: 'devices.commands.add' as const, shortcut: 'N', run: add }] : []),
  ])
  useKeyHints([
    { keys: ['/'], text: t('devices.hints.find') },
    { keys: ['Up', 'Down'], text: t('shell.keysMove') },
    { keys: ['Enter'], text: t('devices.hints.open') },
    ...(mayRecord
      ? [
          { keys: ['D'], text: t('devices.hints.down') },
          { keys: ['U'], text: t('devices.hints.up') },
          { keys: ['E'], text: t('devices.hints.enter') },
        ]
      : []),
    { keys: ['Left', 'Right'], text: t('devices.hints.month') },
  ])

  return (
    <Page>
      <PageHeader
        title={t('devices.title')}
        lead={all && all.length > 0 && <Lead rows={all} />}
        actions={
          <>
            <span className={styles.month}>
              <Button type="text" aria-label={t('devices.monthBefore')} onClick={() => go(-1)}>
                ‹
              </Button>
              <b>{month}</b>
              <Button
                type="text"
                aria-label={t('devices.monthAfter')}
                disabled={month === thisMonth}
                onClick={() => go(1)}
              >
                ›
              </Button>
            </span>
            <Button onClick={() => window.print()}>{t('devices.print')}</Button>
            {mayRecord && all && all.length > 0 && (
              <Button onClick={() => enter()}>
                {t('devices.action.enter')} <Kbd keys="E" />
              </Button>
            )}
            {mayEdit && (
              <Button type="primary" onClick={add}>
                {t('devices.list.add')} <Kbd keys="N" onDark />
              </Button>
            )}
          </>
        }
      />
      {read.data && read.data.devices.length > 0 && <DeviceFigures month={read.data} />}
      <div
        onFocusCapture={({ target }: FocusEvent) => {
          const uid = target.closest('tr[data-row-key]')?.getAttribute('data-row-key')
          if (uid) setFocused(uid)
        }}
      >
        <QueryTable<DeviceRow>
          takesPageKeys
          id="devices"
          label={t('devices.title')}
          columns={columns}
          rows={rows}
          rowKey={({ device }) => device.uid}
          error={read.error}
          isFetching={read.isFetching}
          onRefresh={() => void read.refetch()}
          onOpen={({ device }) => show({ device: device.uid })}
          isFiltered={query !== '' || shown !== 'inUse'}
          onReset={() => {
            setQuery('')
            setShown('inUse')
          }}
          rowTone={({ device }) => (device.isInUse ? undefined : 'faint')}
          filters={
            <>
              <Input
                ref={search}
                className={styles.search ?? ''}
                allowClear
                value={query}
                placeholder={t('devices.list.search')}
                aria-label={t('devices.list.search')}
                onChange={(event) => setQuery(event.target.value)}
              />
              <Select<Shown>
                value={shown}
                aria-label={t('devices.list.stateFilter')}
                options={(['inUse', 'isDown', 'all'] as const).map((value) => ({
                  value,
                  label: t(`devices.list.${value}`),
                }))}
                onChange={setShown}
              />
            </>
          }
          empty={
            <EmptyState
              title={t('devices.list.empty')}
              text={t(mayEdit ? 'devices.list.emptyText' : 'devices.list.emptyReader')}
              action={
                mayEdit && (
                  <>
                    <Button type="primary" onClick={add}>
                      {t('devices.list.add')}
                    </Button>{' '}
                    <Button onClick={() => navigate('/imports')}>{t('devices.list.import')}</Button>
                  </>
                )
              }
            />
          }
        />
      </div>
      {read.data && read.data.devices.length > 0 && (
        <>
          <MonthOutages
            month={month}
            onOpen={mayRecord ? (outage) => setEditing({ what: 'outage', outage }) : undefined}
          />
          <Panel title={t('devices.chart.title')} isPadded>
            <UptimeChart till={month} target={read.data.target} onMonth={(next) => show({ month: next })} />
          </Panel>
          <MonthPaper month={read.data} />
        </>
      )}
      {opened && read.data && !editing && (
        <DeviceCard
          key={opened.uid}
          device={opened}
          month={read.data}
          onEdit={() => setEditing({ what: 'device', uid: opened.uid })}
          onOutage={(outage) => setEditing({ what: 'outage', outage })}
          onClose={() => show({ device: undefined })}
        />
      )}
      {editing?.what === 'device' && (
        <DeviceDrawer
          device={all?.find(({ device }) => device.uid === editing.uid)?.device}
          onClose={() => setEditing(undefined)}
        />
      )}
      {editing?.what === 'outage' && (
        <OutageDrawer
          outage={editing.outage}
          device={editing.device}
          devices={(all ?? []).map(({ device }) => device)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  )
}

function Lead({ rows }: { rows: readonly DeviceRow[] }) {
  const t = useTranslate()
  const count = rows.filter(({ device }) => device.isInUse).length
  const down = rows.filter(({ device }) => stateOf(device) === 'down').length
  if (down === 0) return <>{t('devices.leadAllUp', { count })}</>
  return (
    <>
      {t('devices.lead', { count })}
      <span className={styles.lateLead}>{t('devices.leadDown', { down })}</span>
    </>
  )
}

function isShown({ device }: DeviceRow, query: string, shown: Shown): boolean {
  const text = `${device.name} ${device.number} ${device.pinyin}`.toLowerCase()
  if (!text.includes(query.trim().toLowerCase())) return false
  if (shown === 'all') return true
  return shown === 'inUse' ? device.isInUse : device.down !== null
}
