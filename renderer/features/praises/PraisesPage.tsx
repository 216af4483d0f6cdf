import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useKeyHints } from '../../app/key-hints.ts'
import { replaceParams, useLocation } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { mayCall } from '../../services/procedure-meta.ts'
import { useApi } from '../../services/use-client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { MonthStepper } from '../../ui/period/MonthStepper.tsx'
import { monthAsked } from '../../ui/period/period.ts'
import cards from '../../ui/WordCard.module.css'
import { WordCards } from '../../ui/WordCard.tsx'
import { PraiseForm } from './PraiseForm.tsx'
import { PraiseTile } from './PraiseTile.tsx'

const MOST_PRAISES = 120

/** What customers praised in a month, for everybody to read and to enter. */
export function PraisesPage() {
  const t = useTranslate()
  const { person, today } = useSignedIn()
  const { params } = useLocation()
  const field = useRef<InputRef>(null)
  const [search, setSearch] = useState('')
  const [withdrawn, setWithdrawn] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const month = monthAsked(params.month, today)
  const mayAdd = mayCall(person.role, 'praises', 'add')
  const read = useQuery({
    ...useApi().praises.list.queryOptions({ input: { month, withdrawn, search, limit: MOST_PRAISES } }),
    placeholderData: keepPreviousData,
  })
  const add = () => setAdding(true)
  useCommands([
    { id: 'praises-search', key: 'common.search', shortcut: '/', isKeyOnly: true, run: () => field.current?.focus() },
    ...(mayAdd ? [{ id: 'praises-add', key: 'praises.add' as const, shortcut: 'N', run: add }] : []),
  ])
  useKeyHints([{ keys: ['/'], text: t('common.search') }, ...(mayAdd ? [{ keys: ['N'], text: t('praises.add') }] : [])])
  const found = read.data?.praises
  const button = mayAdd && (
    <Button type="primary" onClick={add}>
      {t('praises.add')} <Kbd keys="N" onDark />
    </Button>
  )
  return (
    <>
      <div className={cards.tools}>
        <MonthStepper
          month={month}
          last={today.slice(0, 7)}
          onChange={(next) => replaceParams({ tab: 'praises', month: next })}
        />
        <Input
          ref={field}
          className={cards.search ?? ''}
          allowClear
          value={search}
          maxLength={60}
          placeholder={t('praises.search')}
          aria-label={t('praises.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Checkbox checked={withdrawn} onChange={(event) => setWithdrawn(event.target.checked)}>
          {t('praises.showWithdrawn')}
        </Checkbox>
        <span className={cards.end}>{button}</span>
      </div>
      {Boolean(read.error) && <Failure error={read.error} onRetry={() => void read.refetch()} />}
      {!found && !read.error && <LoadingRows rows={4} />}
      {found && found.length > 0 && (
        <WordCards label={t('praises.list')}>
          {found.map((praise) => (
            <PraiseTile key={praise.uid} praise={praise} />
          ))}
        </WordCards>
      )}
      {found?.length === 0 && (
        <EmptyState
          title={t(search === '' && !withdrawn ? 'praises.empty.month' : 'praises.empty.found')}
          text={search === '' && !withdrawn && t('praises.empty.text')}
          action={!withdrawn && button}
        />
      )}
      {read.data && found && read.data.total > found.length && (
        <p className="muted">{t('praises.cut', { count: found.length, total: read.data.total })}</p>
      )}
      {isAdding && <PraiseForm onClose={() => setAdding(false)} />}
    </>
  )
}
