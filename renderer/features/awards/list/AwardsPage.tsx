import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import { AWARD_STATES, type Award, type AwardState } from '../../../../shared/contract/awards.ts'
import { useKeyHints } from '../../../app/key-hints.ts'
import { navigate, replaceParams, useLocation } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { mayCall } from '../../../services/procedure-meta.ts'
import { useApi } from '../../../services/use-client.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { MoreFilters } from '../../../ui/table/MoreFilters.tsx'
import { QueryTable } from '../../../ui/table/QueryTable.tsx'
import styles from '../Awards.module.css'
import { NominationDrawer } from '../nominate/NominationDrawer.tsx'
import { SuggestedNomination } from '../nominate/SuggestedNomination.tsx'
import { useAwardWords } from '../use-award-words.ts'
import { awardColumns } from './award-columns.tsx'

const MOST_ROWS = 200

/** Every award the person may see, newest period first. */
export function AwardsPage() {
  const t = useTranslate()
  const { person, outlet, today } = useSignedIn()
  const { params } = useLocation()
  const words = useAwardWords()
  const field = useRef<InputRef>(null)
  const [search, setSearch] = useState('')
  const [isNominating, setNominating] = useState(false)
  const mayNominate = mayCall(person.role, 'awards', 'add')
  const state: AwardState | null = AWARD_STATES.find((one) => one === params.state) ?? null
  // A link to a new nomination names the days of that one.
  const { from = null, to = null } = params.new ? {} : params
  const filter = {
    ...{ state, kind: params.kind ?? null, from, to },
    waiting: params.waiting === 'yes',
  }
  const read = useQuery({
    ...useApi().awards.list.queryOptions({ input: { ...filter, search, limit: MOST_ROWS } }),
    placeholderData: keepPreviousData,
  })
  const rows = read.data?.awards
  const show = (change: Record<string, string | undefined>) => {
    const next = Object.entries({ ...params, ...change }).filter((pair): pair is [string, string] => Boolean(pair[1]))
    replaceParams(Object.fromEntries(next))
  }
  const nominate = () => setNominating(true)
  useCommands([
    { id: 'awards-search', key: 'common.search', shortcut: '/', isKeyOnly: true, run: () => field.current?.focus() },
    ...(mayNominate
      ? [{ id: 'awards-nominate', key: 'awardViews.nominate' as const, shortcut: 'N', run: nominate }]
      : []),
  ])
  useKeyHints([
    { keys: ['/'], text: t('common.search') },
    { keys: ['Up', 'Down'], text: t('shell.keysMove') },
    { keys: ['Enter'], text: t('common.open') },
    ...(mayNominate ? [{ keys: ['N'], text: t('awardViews.nominate') }] : []),
  ])
  const isFiltered = search !== '' || filter.waiting || [state, filter.kind, filter.from, filter.to].some(Boolean)
  const button = mayNominate && (
    <Button type="primary" onClick={nominate}>
      {t('awardViews.nominate')} <Kbd keys="N" onDark />
    </Button>
  )
  return (
    <>
      <QueryTable<Award>
        takesPageKeys
        id="awards"
        label={t('awards.tabs.list')}
        columns={awardColumns(t, words, outlet.name, today)}
        rows={rows}
        rowKey={({ uid }) => uid}
        error={read.error}
        isFetching={read.isFetching}
        onRefresh={() => void read.refetch()}
        onOpen={({ uid }) => navigate('/awards', { award: uid })}
        isFiltered={isFiltered}
        onReset={() => {
          setSearch('')
          replaceParams({})
        }}
        rowTone={({ state: of }) => (of === 'withdrawn' || of === 'revoked' ? 'faint' : undefined)}
        actions={button}
        filters={
          <>
            <Input
              ref={field}
              className={styles.search ?? ''}
              allowClear
              value={search}
              maxLength={60}
              placeholder={t('awardViews.list.search')}
              aria-label={t('awardViews.list.search')}
              onChange={(event) => setSearch(event.target.value)}
            />
            <Select
              allowClear
              className={styles.stateFilter ?? ''}
              value={state}
              placeholder={t('awardViews.list.anyState')}
              aria-label={t('awardViews.list.state')}
              options={AWARD_STATES.map((value) => ({ value, label: t(`awardViews.state.${value}`) }))}
              onChange={(next?: AwardState) => show({ state: next })}
            />
            <MoreFilters count={[filter.kind, filter.from ?? filter.to].filter(Boolean).length}>
              <Field label={t('awardViews.list.kind')}>
                {(ids) => (
                  <Select
                    {...ids}
                    allowClear
                    value={filter.kind}
                    placeholder={t('awardViews.list.anyKind')}
                    options={(words.rules.data?.kinds ?? [])
                      .filter(({ isAutomatic }) => !isAutomatic)
                      .map((kind) => ({ value: kind.id, label: words.text(kind) }))}
                    onChange={(next?: string) => show({ kind: next })}
                  />
                )}
              </Field>
              <Field label={t('awardViews.list.from')}>
                {(ids) => (
                  <DayField {...ids} value={filter.from} onChange={(from) => show({ from: from ?? undefined })} />
                )}
              </Field>
              <Field label={t('awardViews.list.to')}>
                {(ids) => <DayField {...ids} value={filter.to} onChange={(to) => show({ to: to ?? undefined })} />}
              </Field>
            </MoreFilters>
            <Checkbox
              checked={filter.waiting}
              onChange={(event) => show({ waiting: event.target.checked ? 'yes' : undefined })}
            >
              {t('awardViews.list.waiting')}
            </Checkbox>
          </>
        }
        empty={
          <EmptyState
            title={t('awardViews.list.empty')}
            text={t(mayNominate ? 'awardViews.list.emptyText' : 'awardViews.list.emptyReader')}
            action={button}
          />
        }
      />
      {read.data && rows && read.data.total > rows.length && (
        <p className="muted">{t('awardViews.list.cut', { count: rows.length, total: read.data.total })}</p>
      )}
      {isNominating && <NominationDrawer award={undefined} onClose={() => setNominating(false)} />}
      {params.new && mayNominate && !isNominating && (
        <SuggestedNomination
          rule={params.rule ?? ''}
          prefill={{
            kind: params.new,
            person: params.person ?? null,
            ...(params.from && params.to && { from: params.from, to: params.to }),
          }}
          onClose={() => show({ new: undefined, person: undefined, rule: undefined, from: undefined, to: undefined })}
        />
      )}
    </>
  )
}
