import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { formatTime } from '../../../app/formats.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { serviceNow } from '../../../services/clock.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Overlay } from '../../../ui/Overlay.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { notify } from '../../../ui/toast-store.ts'
import { formatRate, roundTitle } from '../wording.ts'
import dialog from './Dialog.module.css'
import { answerableOnlyFrom, countAnswers, type RoundBook } from './round-book.ts'
import type { Round } from './use-round.ts'

const FAILS_SHOWN = 8

/** What will be handed in, and what is missing. Enter does the sensible thing: jump to a gap, or submit. */
export function SubmitDialog({ round, book, onClose }: { round: Round; book: RoundBook; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone } = useSignedIn()
  const { patrol, items } = book.sheet
  const counts = countAnswers(items, book.answers)
  const open = items.filter(({ id }) => !book.answers.has(id))
  const later = open.filter(({ id }) => answerableOnlyFrom(book.sheet, id, serviceNow()) !== undefined)
  const unanswered = open.length - later.length
  const fails = items.filter(({ id }) => book.answers.get(id)?.value === 'fail')
  const obstacle = useObstacle(round, book)
  const name = roundTitle(patrol, t)
  const main = useRef<HTMLButtonElement>(null)
  const submit = useSubmit(book, onClose)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key to press moves with what is missing
  useEffect(() => main.current?.focus(), [unanswered === 0, obstacle])

  function jump(): void {
    const first = open.find((item) => !later.includes(item)) ?? items.find(({ id }) => !round.actions.isDone(id))
    round.store.setState({ filter: 'all' })
    round.actions.moveTo(first?.id)
    onClose()
  }

  return (
    <Overlay label={t('patrols.submitDialog.title', { round: name })} width={560} onClose={onClose}>
      <div className={dialog.dialog}>
        <h1>{t('patrols.submitDialog.title', { round: name })}</h1>
        <div className={dialog.figures}>
          {unanswered > 0 ? (
            <StatusTag tone="red">{t('patrols.submitDialog.unanswered', { count: unanswered })}</StatusTag>
          ) : (
            <StatusTag tone="pine">{t('patrols.submitDialog.allDone', { count: counts.answered })}</StatusTag>
          )}
          <StatusTag tone={counts.fail > 0 ? 'amber' : 'neutral'}>
            {t('patrols.submitDialog.fails', { count: counts.fail })}
          </StatusTag>
          <StatusTag>{t('patrols.submitDialog.notSeen', { count: counts['not-seen'] })}</StatusTag>
          {later.length > 0 && <StatusTag>{t('patrols.later.count', { count: later.length })}</StatusTag>}
        </div>
        {later.map((item) => (
          <p key={item.id}>
            {t('patrols.later.submit', {
              item: textIn(item, language),
              time: formatTime(book.sheet.answerableFrom[item.id] ?? 0, zone),
            })}
          </p>
        ))}
        {fails.length > 0 && (
          <ul className={dialog.lines}>
            {fails.slice(0, FAILS_SHOWN).map((item) => (
              <li key={item.id}>
                <span>{textIn(item, language)}</span>
                <span className="muted">{book.answers.get(item.id)?.note}</span>
              </li>
            ))}
            {fails.length > FAILS_SHOWN && (
              <li className="muted">{t('patrols.submitDialog.more', { count: fails.length - FAILS_SHOWN })}</li>
            )}
          </ul>
        )}
        {obstacle && (
          <p className={dialog.warn} role="alert">
            {obstacle}
          </p>
        )}
        {submit.error && <Failure error={submit.error} />}
        <p className="faint">{t('patrols.submitDialog.locked')}</p>
        <div className={dialog.foot}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {unanswered > 0 && (
            <Button danger disabled={Boolean(obstacle)} loading={submit.isPending} onClick={() => submit.run(true)}>
              {t('patrols.submitDialog.anyway', { count: unanswered })}
            </Button>
          )}
          {unanswered > 0 || obstacle ? (
            <Button ref={main} type="primary" onClick={jump}>
              {t('patrols.submitDialog.jump')} <Kbd keys="Enter" onDark />
            </Button>
          ) : (
            <Button ref={main} type="primary" loading={submit.isPending} onClick={() => submit.run(false)}>
              {t('patrols.submitDialog.submit')} <Kbd keys="Enter" onDark />
            </Button>
          )}
        </div>
      </div>
    </Overlay>
  )
}

/** Nothing may be handed in that is not yet on disk, or that two people see differently. */
function useObstacle(round: Round, book: RoundBook): string | undefined {
  const t = useTranslate()
  const isDue = (id: string) => book.itemById.has(id)
  const pending = useStore(round.store, (state) => Object.keys(state.pending).filter(isDue).length)
  const conflicts = useStore(round.store, (state) => Object.keys(state.conflicts).filter(isDue).length)
  const drafts = useStore(round.store, (state) => Object.values(state.drafts).filter(({ value }) => value).length)
  if (pending > 0) return t('patrols.submitDialog.pending', { count: pending })
  if (conflicts > 0) return t('patrols.submitDialog.conflicts', { count: conflicts })
  return drafts > 0 ? t('patrols.submitDialog.drafts', { count: drafts }) : undefined
}

function useSubmit(book: RoundBook, onClose: () => void) {
  const t = useTranslate()
  const { uid } = book.sheet.patrol
  const { mutate, error, isPending } = useMutation(
    useApi().patrols.submit.mutationOptions({ meta: { showsFailure: true } }),
  )
  const run = (allowUnanswered: boolean) =>
    mutate(
      { uid, allowUnanswered },
      {
        onSuccess(submitted) {
          const { figures } = submitted
          onClose()
          notify({
            tone: 'done',
            text: t('patrols.submitDialog.done', { round: roundTitle(submitted, t) }),
            more: t('patrols.submitDialog.doneText', {
              completion: formatRate(figures.completion),
              passRate: formatRate(figures.passRate),
              fails: figures.fail,
            }),
          })
          navigate('/')
        },
      },
    )
  return { run, error, isPending }
}
