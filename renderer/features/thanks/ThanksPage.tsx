import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, Segmented } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { THANKS_BOXES, type ThanksBox } from '../../../shared/contract/thanks.ts'
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
import { openGive } from './give-store.ts'
import { ThanksCardTile } from './ThanksCardTile.tsx'
import { useThanksOptions } from './use-thanks-options.ts'

const MOST_CARDS = 120

/** The cards of the month for everybody, and one's own of any time. */
export function ThanksPage() {
  const t = useTranslate()
  const { person, today } = useSignedIn()
  const { params } = useLocation()
  const field = useRef<InputRef>(null)
  const [search, setSearch] = useState('')
  const box: ThanksBox = THANKS_BOXES.find((one) => one === params.box) ?? 'wall'
  const month = monthAsked(params.month, today)
  const mayGive = mayCall(person.role, 'thanks', 'give')
  const boxes = mayGive ? THANKS_BOXES : (['wall'] as const)
  const show = (next: { box: ThanksBox; month?: string }) =>
    replaceParams({
      tab: 'thanks',
      ...(next.box !== 'wall' && { box: next.box }),
      ...(next.month && { month: next.month }),
    })
  const read = useQuery({
    ...useApi().thanks.list.queryOptions({
      input: { box, search, limit: MOST_CARDS, ...(box === 'wall' && { month }) },
    }),
    placeholderData: keepPreviousData,
  })
  const { unseen } = useThanksOptions()
  const { mutate: see } = useMutation(useApi().thanks.see.mutationOptions())
  const isWholeBox = box === 'received' && search === '' && !read.isPlaceholderData
  const shownUntil = isWholeBox && unseen > 0 ? Math.max(0, ...(read.data?.cards.map(({ at }) => at) ?? [])) : 0
  useEffect(() => {
    if (shownUntil > 0) see({ until: shownUntil })
  }, [shownUntil, see])
  useCommands([
    { id: 'thanks-search', key: 'common.search', shortcut: '/', isKeyOnly: true, run: () => field.current?.focus() },
  ])
  useKeyHints([
    { keys: ['/'], text: t('common.search') },
    ...(mayGive ? [{ keys: ['G'], text: t('thanks.give') }] : []),
  ])
  const found = read.data?.cards
  return (
    <>
      <div className={cards.tools}>
        <Segmented<ThanksBox>
          aria-label={t('thanks.box.label')}
          value={box}
          options={boxes.map((value) => ({ value, label: t(`thanks.box.${value}`) }))}
          onChange={(next) => show({ box: next })}
        />
        {box === 'wall' && (
          <MonthStepper month={month} last={today.slice(0, 7)} onChange={(next) => show({ box, month: next })} />
        )}
        <Input
          ref={field}
          className={cards.search ?? ''}
          allowClear
          value={search}
          maxLength={60}
          placeholder={t('thanks.search')}
          aria-label={t('thanks.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
        {mayGive && (
          <Button type="primary" className={cards.end ?? ''} onClick={() => openGive()}>
            {t('thanks.give')} <Kbd keys="G" onDark />
          </Button>
        )}
      </div>
      {Boolean(read.error) && <Failure error={read.error} />}
      {!found && !read.error && <LoadingRows rows={4} />}
      {found && found.length > 0 && (
        <WordCards label={t(`thanks.box.${box}`)}>
          {found.map((card) => (
            <ThanksCardTile key={card.uid} card={card} box={box} />
          ))}
        </WordCards>
      )}
      {found?.length === 0 && (
        <EmptyState
          title={search === '' ? t(`thanks.empty.${box}`) : t('thanks.empty.found')}
          text={search === '' && t('thanks.empty.text')}
          action={
            mayGive &&
            box !== 'received' && (
              <Button type="primary" onClick={() => openGive()}>
                {t('thanks.give')} <Kbd keys="G" onDark />
              </Button>
            )
          }
        />
      )}
      {read.data && found && read.data.total > found.length && (
        <p className="muted">{t('thanks.cut', { count: found.length, total: read.data.total })}</p>
      )}
    </>
  )
}
