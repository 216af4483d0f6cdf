import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, type InputRef } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Checklist, ChecklistItem } from '../../../shared/contract/checklists.ts'
import { replaceParams, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { saveFile } from '../../services/save-file.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryTable } from '../../ui/table/QueryTable.tsx'
import { notify } from '../../ui/toast-store.ts'
import { BatchBar } from './BatchBar.tsx'
import { ChecklistFilters } from './ChecklistFilters.tsx'
import styles from './Checklists.module.css'
import { checklistFilterStore, filterItems, isFiltered, NO_FILTER } from './checklist-filter-store.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { ItemDrawer, ItemReader } from './ItemDrawer.tsx'
import { itemColumns } from './item-columns.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { RoundsDrawer } from './RoundsDrawer.tsx'
import { useChecklistActions } from './use-checklist-actions.ts'
import { useChecklistKeys } from './use-checklist-keys.ts'
import { type ChecklistWords, useWords } from './use-words.ts'
import { ZoneDrawer } from './ZoneDrawer.tsx'
import { ZoneList } from './ZoneList.tsx'
import { ZoneStrip } from './ZoneStrip.tsx'

export function ChecklistsScreen() {
  const current = useQuery(useApi().checklists.current.queryOptions({ input: {} }))
  const words = useWords(current.data)
  if (!current.data) {
    return (
      <Page>
        <PageHeader title={words.t('checklists.title')} />
        {current.error ? (
          <Failure error={current.error} onRetry={() => void current.refetch()} />
        ) : (
          <LoadingRows rows={8} />
        )}
      </Page>
    )
  }
  return (
    <Editor
      checklist={current.data}
      words={words}
      isFetching={current.isFetching}
      onRefresh={() => void current.refetch()}
    />
  )
}

const NEW = 'new'
const NOBODY: ReadonlySet<string> = new Set()

interface EditorProps {
  checklist: Checklist
  words: ChecklistWords
  isFetching: boolean
  onRefresh: () => void
}

function Editor({ checklist, words, isFetching, onRefresh }: EditorProps) {
  const { t } = words
  const { person } = useSignedIn()
  const client = useClient()
  const { params } = useLocation()
  const filter = useStore(checklistFilterStore)
  const search = useRef<InputRef>(null)
  const [marked, setMarked] = useState(NOBODY)
  const [isMoving, setMoving] = useState(false)
  const actions = useChecklistActions()
  const mayEdit = person.role === 'outlet-head' || person.role === 'lobby-manager'
  const { zones, items } = checklist
  const zone = zones.find(({ id }) => id === filter.zone)
  const rows = useMemo(() => filterItems(items, filter), [items, filter])
  const chosen = items.filter(({ id }) => marked.has(id))
  const opened = items.find(({ id }) => id === params.item)
  const on = items.filter(({ isOn }) => isOn)

  // A search that chose an item elsewhere opens it here.
  useEffect(() => {
    if (params.zone) checklistFilterStore.setState({ ...NO_FILTER, zone: params.zone })
  }, [params.zone])

  function mark(id: string) {
    setMarked((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }

  async function exportFile() {
    try {
      const { file, fileName } = await client.checklists.exportFile({ language: words.language })
      saveFile(file as Blob, fileName)
      notify({ tone: 'done', text: t('checklists.exported') })
    } catch {
      notify({ tone: 'failed', text: t('errors.serviceUnavailable') })
    }
  }

  const switchOne = (item: ChecklistItem) => actions.switchItems([item], !item.isOn)
  const columns = itemColumns(words, zones, { mayEdit, marked, onMark: mark, onSwitch: switchOne })

  useChecklistKeys({
    mayEdit,
    rows,
    onSearch: () => search.current?.focus(),
    onAdd: () => replaceParams({ item: NEW }),
    onAddZone: () => replaceParams({ edit: NEW }),
    onSwitch: switchOne,
    onMark: ({ id }) => mark(id),
    onRounds: () => replaceParams({ dialog: 'rounds' }),
    onExport: () => void exportFile(),
    onImport: () => replaceParams({ dialog: 'import' }),
  })

  const fileMenu = [
    { key: 'export', label: t('checklists.exportFile'), onClick: () => void exportFile() },
    ...(mayEdit
      ? [{ key: 'import', label: t('checklists.importFile'), onClick: () => replaceParams({ dialog: 'import' }) }]
      : []),
  ]
  const close = () => replaceParams({})

  return (
    <Page>
      <PageHeader
        title={t('checklists.title')}
        lead={`${t('checklists.summary', {
          total: items.length,
          on: on.length,
          core: on.filter(({ core }) => core).length,
        })} · ${t('checklists.version', { version: checklist.version })}`}
        actions={
          <>
            <Dropdown menu={{ items: fileMenu }} trigger={['click']}>
              <Button>{t('checklists.file')}</Button>
            </Dropdown>
            <Button onClick={() => replaceParams({ dialog: 'rounds' })}>{t('checklists.roundTimes')}</Button>
            {mayEdit && (
              <Button type="primary" onClick={() => replaceParams({ item: NEW })}>
                {t('checklists.addItem')} <Kbd keys="A" onDark />
              </Button>
            )}
          </>
        }
      />
      <div className={styles.columns}>
        <ZoneList
          checklist={checklist}
          words={words}
          chosen={filter.zone}
          onChoose={(id) => checklistFilterStore.setState({ zone: id })}
          onAdd={mayEdit ? () => replaceParams({ edit: NEW }) : undefined}
        />
        <div className={styles.main}>
          {zone && (
            <ZoneStrip
              zone={zone}
              words={words}
              mayEdit={mayEdit}
              isFirst={zones[0]?.id === zone.id}
              isLast={zones.at(-1)?.id === zone.id}
              onMove={(step) => actions.moveZone(zones, zone.id, step)}
              onEdit={() => replaceParams({ edit: zone.id })}
            />
          )}
          <QueryTable<ChecklistItem>
            key={filter.zone ?? ''}
            id="checklists"
            label={t('checklists.title')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            isFetching={isFetching}
            onRefresh={onRefresh}
            filters={<ChecklistFilters search={search} />}
            isFiltered={isFiltered(filter)}
            onReset={() => checklistFilterStore.setState(NO_FILTER)}
            rowTone={({ isOn }) => (isOn ? undefined : 'faint')}
            onOpen={({ id }) => replaceParams({ item: id })}
            empty={<EmptyState title={t('checklists.table.empty')} text={mayEdit && t('checklists.table.emptyText')} />}
          />
          {chosen.length > 0 && (
            <BatchBar
              count={chosen.length}
              onSwitch={(isOn) => actions.switchItems(chosen, isOn)}
              onMove={() => setMoving(true)}
              onClear={() => setMarked(NOBODY)}
            />
          )}
        </div>
      </div>
      {mayEdit && (opened || params.item === NEW) && (
        <ItemDrawer
          key={params.item}
          item={opened}
          zone={filter.zone ?? zones[0]?.id ?? ''}
          checklist={checklist}
          words={words}
          onClose={close}
        />
      )}
      {!mayEdit && opened && <ItemReader item={opened} checklist={checklist} words={words} onClose={close} />}
      {mayEdit && params.edit && (
        <ZoneDrawer
          key={params.edit}
          zone={zones.find(({ id }) => id === params.edit)}
          lastOrder={Math.max(0, ...zones.map(({ order }) => order))}
          onClose={close}
          onAdded={(id) => {
            checklistFilterStore.setState({ zone: id })
            close()
          }}
        />
      )}
      {params.dialog === 'rounds' && (
        <RoundsDrawer rounds={checklist.rounds} words={words} mayEdit={person.role === 'outlet-head'} onClose={close} />
      )}
      {mayEdit && params.dialog === 'import' && <ImportDialog words={words} onClose={close} />}
      {isMoving && (
        <MoveDialog
          items={chosen}
          isBusy={actions.isMoving}
          onClose={() => setMoving(false)}
          onMove={(rounds) =>
            actions.moveItems(chosen, rounds, () => {
              setMoving(false)
              setMarked(NOBODY)
            })
          }
        />
      )}
    </Page>
  )
}
