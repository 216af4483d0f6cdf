import { useQuery } from '@tanstack/react-query'
import { Button, type InputRef, Segmented } from 'antd'
import { type FocusEvent, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { preferences } from '../../app/preferences-store.ts'
import { STAFF_ROLES } from '../../app/role-sets.ts'
import { navigate, replaceParams, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { BatchBar } from './BatchBar.tsx'
import { openCapture } from './capture-store.ts'
import { useCauseNames } from './FigureTags.tsx'
import styles from './RectificationsScreen.module.css'
import { SavedFilters } from './SavedFilters.tsx'
import { SpreadList } from './SpreadList.tsx'
import { TaskBoard } from './TaskBoard.tsx'
import { TaskCard } from './TaskCard.tsx'
import { GroupChoice, TaskFilters } from './TaskFilters.tsx'
import { TaskList } from './TaskList.tsx'
import { taskColumns } from './task-columns.tsx'
import {
  filterOf,
  type Group,
  isFiltered,
  type ListParams,
  NO_CONDITIONS,
  readParams,
  sortOf,
  writeParams,
} from './task-filter.ts'
import { useDefaultFilter } from './use-default-filter.ts'
import { useZones } from './use-names.ts'
import { useSaveTasks } from './use-save-tasks.ts'
import { useVerify } from './use-verify.ts'
import { VerifyDialog } from './VerifyDialog.tsx'

export function RectificationsScreen() {
  const t = useTranslate()
  const language = useLanguage()
  const now = useNow()
  const { person: me, zone } = useSignedIn()
  const { params } = useLocation()
  const zones = useZones()
  const { nameOf: causeName, isThere: hasCauses } = useCauseNames()
  const api = useApi()
  const searchField = useRef<InputRef>(null)
  const [picked, setPicked] = useState<readonly Rectification[]>([])
  const [focused, setFocused] = useState<string>()
  const [isSaved, setSaved] = useState(false)
  const view = useStore(preferences, ({ taskView }) => taskView)
  const isStaff = STAFF_ROLES.includes(me.role)
  const usualGroup: Group = isStaff ? 'mine' : 'open'
  const list = readParams(params, usualGroup)
  useDefaultFilter()
  const opened = params.task
  const filter = filterOf(list)
  const atHand = useRef<readonly Rectification[]>([])
  const { data: counts } = useQuery(api.rectifications.counts.queryOptions({ input: {} }))
  /** The service counts what I may check; the group shows all that wait for a check. */
  const { data: submitted } = useQuery(
    api.rectifications.list.queryOptions({ input: { states: ['submitted'], limit: 1 } }),
  )
  const isNarrow = opened !== undefined
  const sort = list.sort
  const facts = { t, language, now, zone, zoneName: zones.nameOf, causeName, sort: sortOf(sort) }
  // biome-ignore lint/correctness/useExhaustiveDependencies: names of causes change with the language only
  const whole = useMemo(
    () => taskColumns({ ...facts, isNarrow: false }),
    [t, language, now, zone, zones.nameOf, hasCauses, sort],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const columns = useMemo(() => (isNarrow ? taskColumns({ ...facts, isNarrow }) : whole), [whole, isNarrow])
  const saving = useSaveTasks({ filter, columns: whole, zoneName: zones.nameOf, causeName })
  const verify = useVerify(me)

  /** What was selected out of sight stays selected. */
  function pick(uids: readonly string[]) {
    const isShown = (one: Rectification) => atHand.current.some(({ uid }) => uid === one.uid)
    const shown = atHand.current.filter(({ uid }) => uids.includes(uid))
    setPicked((before) => [...before.filter((one) => !isShown(one)), ...shown])
  }

  function show(change: Partial<ListParams>) {
    replaceParams({ ...writeParams({ ...list, ...change }, usualGroup), ...(opened && { task: opened }) })
  }

  function open(task: string | undefined) {
    replaceParams({ ...writeParams(list, usualGroup), ...(task && { task }) })
  }

  /** With a card open, moving through the list turns the pages of the card. */
  function follow({ target }: FocusEvent) {
    const uid = target.closest('tr[data-row-key]')?.getAttribute('data-row-key') ?? undefined
    setFocused(uid)
    if (uid && opened && uid !== opened && target.matches('tr')) open(uid)
  }

  const switchView = () => preferences.setState({ taskView: view === 'board' ? 'list' : 'board' })
  const analyse = () => navigate('/rectifications', { view: 'figures' })
  useCommands([
    { id: 'tasks-saved', key: 'taskViews.saved.title', shortcut: 'F', run: () => setSaved(true) },
    { id: 'tasks-view', key: 'taskViews.choose', shortcut: 'B', run: switchView },
    { id: 'tasks-figures', key: 'taskFigures.toFigures', shortcut: 'Q', run: analyse },
    { id: 'tasks-search', key: 'rectifications.searchCommand', shortcut: '/', run: () => searchField.current?.focus() },
    ...(isStaff
      ? [
          {
            id: 'tasks-capture',
            key: 'rectifications.capture.title' as const,
            shortcut: 'N',
            isKeyOnly: true,
            run: openCapture,
          },
        ]
      : []),
    ...(opened || picked.length > 0 || view === 'board'
      ? []
      : [
          {
            id: 'tasks-verify',
            key: 'rectifications.verify.title' as const,
            shortcut: 'V',
            isKeyOnly: true,
            run: () => verify.start(atHand.current.find(({ uid }) => uid === focused)),
          },
        ]),
  ])
  useKeyHints([
    { keys: ['/'], text: t('rectifications.hints.find') },
    { keys: ['F'], text: t('taskViews.saved.title') },
    { keys: ['B'], text: t('taskViews.choose') },
    { keys: ['Q'], text: t('taskFigures.toFigures') },
    { keys: ['Up', 'Down'], text: t('shell.keysMove') },
    { keys: ['Enter'], text: t('rectifications.hints.open') },
    ...(isStaff && !opened && view === 'list' ? [{ keys: ['Space'], text: t('taskBatches.pickHint') }] : []),
    ...(isStaff && !opened && view === 'list' && picked.length === 0
      ? [{ keys: ['V'], text: t('rectifications.hints.verify') }]
      : []),
    ...(isStaff ? [{ keys: ['N'], text: t('rectifications.hints.capture') }] : []),
    ...(opened ? [{ keys: ['Esc'], text: t('rectifications.card.close') }] : []),
  ])

  const filters = (
    <>
      <TaskFilters
        list={list}
        zones={zones.options}
        itemName={zones.itemNameOf(list.item)}
        searchField={searchField}
        onChange={show}
      />
      <Button type="text" onClick={() => setSaved(true)}>
        {t('taskViews.saved.title')}
      </Button>
      <SpreadList onOpen={open} />
    </>
  )

  const empty = (
    <EmptyState
      title={t(`rectifications.empty.${list.group}`)}
      text={t(`rectifications.empty.${list.group}Text`)}
      action={
        list.group === 'mine' && (
          <Button onClick={() => show({ group: 'open' })}>{t('rectifications.empty.showOpen')}</Button>
        )
      }
    />
  )

  return (
    <Page isFull>
      <PageHeader
        title={t('rectifications.title')}
        lead={
          counts && (
            <>
              {t('rectifications.lead', { open: counts.open })}
              {counts.overdue > 0 && (
                <span className={styles.lateLead}>{t('rectifications.overdueCount', { count: counts.overdue })}</span>
              )}
            </>
          )
        }
        actions={
          <>
            <GroupChoice
              group={list.group}
              counts={counts && { ...counts, toVerify: submitted?.total ?? 0 }}
              onChange={(group) => show({ group })}
            />
            <Segmented
              value={view}
              aria-label={t('taskViews.choose')}
              options={(['list', 'board'] as const).map((value) => ({ value, label: t(`taskViews.${value}`) }))}
              onChange={(taskView) => preferences.setState({ taskView })}
            />
            <Button onClick={analyse}>
              {t('taskFigures.toFigures')} <Kbd keys="Q" />
            </Button>
            {isStaff && (
              <Button type="primary" onClick={openCapture}>
                {t('rectifications.captureCommand')} <Kbd keys="N" onDark />
              </Button>
            )}
          </>
        }
      />
      <div className={styles.body} data-open={opened ? true : undefined}>
        <div className={styles.list} onFocusCapture={follow}>
          {view === 'board' ? (
            <TaskBoard
              {...{ filter, filters, opened, empty }}
              onReset={isFiltered(list) ? () => show(NO_CONDITIONS) : undefined}
              onOpen={open}
            />
          ) : (
            <TaskList
              filter={filter}
              atHand={atHand}
              columns={columns}
              opened={opened}
              isSaving={saving.isSaving}
              onOpen={open}
              onExport={saving.save}
              onExportCsv={saving.saveCsv}
              onSort={(by) => show({ sort: by && `${by.isDescending ? '-' : ''}${by.key}` })}
              isFiltered={isFiltered(list)}
              onReset={() => show(NO_CONDITIONS)}
              {...(isStaff && !isNarrow && { picked, onPick: pick })}
              actions={picked.length > 0 && !isNarrow && <BatchBar tasks={picked} onDone={() => setPicked([])} />}
              filters={filters}
              empty={empty}
            />
          )}
        </div>
        {opened && (
          <TaskCard
            uid={opened}
            onOpen={open}
            onShowItem={(item) => show({ ...NO_CONDITIONS, group: 'all', item })}
            onClose={() => open(undefined)}
          />
        )}
      </div>
      {isSaved && (
        <SavedFilters
          params={writeParams(list, usualGroup)}
          onApply={(saved) => {
            setSaved(false)
            replaceParams(saved)
          }}
          onClose={() => setSaved(false)}
        />
      )}
      {verify.task && <VerifyDialog task={verify.task} onClose={verify.stop} />}
    </Page>
  )
}
