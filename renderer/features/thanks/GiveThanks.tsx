import { Button, Checkbox, Input, type InputRef, Select } from 'antd'
import { type FormEvent, type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { LONGEST_THANKS } from '../../../shared/contract/thanks.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { useEarlyChoice } from '../../ui/use-early-choice.ts'
import { closeGive, giveStore } from './give-store.ts'
import styles from './Thanks.module.css'
import { useColleagues } from './use-colleagues.ts'
import { useThanksActions } from './use-thanks-actions.ts'
import { useThanksOptions } from './use-thanks-options.ts'
import { ValueChoice, valueAt } from './ValueChoice.tsx'

interface Draft {
  to: string | undefined
  words: string
  /** Undefined: as last time. */
  value: string | undefined
  isPrivate: boolean
}

const EMPTY: Draft = { to: undefined, words: '', value: undefined, isPrivate: false }

/** Whom, one sentence, a value: the name takes the first letters, and Ctrl+Enter sends. */
export function GiveThanks() {
  const t = useTranslate()
  const formId = useId()
  const sentence = useRef<InputRef>(null)
  const { person } = useSignedIn()
  const options = useThanksOptions()
  const colleagues = useColleagues(person.uid)
  const { give } = useThanksActions()
  const [draft, setDraft] = useState(() => ({ ...EMPTY, to: giveStore.getState().to }))
  const [wasSubmitted, setSubmitted] = useState(false)
  const [isWaiting, setWaiting] = useState(false)
  const early = useEarlyChoice({
    options: colleagues,
    onChoose: (to) => change({ to }),
    onKept: () => sentence.current?.focus(),
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const unfinished = useDraft({
    id: 'thanks/new',
    value: draft,
    isDirty: draft.words.trim() !== '',
    textOf: ({ words }) => words,
    onRestore: setDraft,
  })
  const value = draft.value ?? options.lastValue
  const words = draft.words.trim()

  function close() {
    unfinished.forget()
    closeGive()
  }

  const isReady = colleagues !== undefined && options.hasCome && !early.loading
  const sendWhatWaited = useEffectEvent(send)
  useEffect(() => {
    if (isWaiting && isReady) sendWhatWaited()
  }, [isWaiting, isReady])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isReady) send()
    else setWaiting(true)
  }

  function send() {
    setWaiting(false)
    setSubmitted(true)
    if (!draft.to || words === '' || value === undefined || give.isPending) return
    give.run({ to: draft.to, words, value, isPrivate: draft.isPrivate }, close)
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
    const isOnValue = event.target instanceof HTMLInputElement && event.target.type === 'radio'
    const chosen = event.altKey || isOnValue ? valueAt(options.values, event.code) : undefined
    if (!chosen) return
    event.preventDefault()
    change({ value: chosen.id })
  }

  const missing = (isMissing: boolean) => (wasSubmitted && isMissing ? t('errors.required') : undefined)
  return (
    <Dialog
      open
      width={520}
      title={t('thanks.form.title')}
      onCancel={close}
      footer={[
        <span key="left" className={styles.left}>
          {options.leftToday !== undefined && t('thanks.form.left', { count: options.leftToday })}
        </span>,
        <Button key="cancel" onClick={close}>
          {t('common.cancel')}
        </Button>,
        <Button key="give" type="primary" htmlType="submit" form={formId} loading={give.isPending || isWaiting}>
          {t('thanks.form.give')} <Kbd keys="Ctrl+Enter" onDark />
        </Button>,
      ]}
    >
      <form id={formId} className={styles.form} noValidate onSubmit={submit} onKeyDown={onKeyDown}>
        <DraftLine offer={unfinished.offer} />
        {Boolean(give.error) && <Failure error={give.error} />}
        <Field label={t('thanks.form.to')} error={missing(!draft.to)}>
          {(ids) => (
            <Select<string>
              {...ids}
              autoFocus={draft.to === undefined}
              defaultActiveFirstOption
              {...early}
              value={draft.to ?? null}
              placeholder={t('thanks.form.toHint')}
              options={colleagues ?? []}
              onChange={(to) => {
                change({ to })
                sentence.current?.focus()
              }}
            />
          )}
        </Field>
        <Field label={t('thanks.form.words')} error={missing(words === '')}>
          {(ids) => (
            <Input
              {...ids}
              ref={sentence}
              autoFocus={draft.to !== undefined}
              autoComplete="off"
              maxLength={LONGEST_THANKS}
              showCount
              value={draft.words}
              placeholder={t('thanks.form.wordsHint')}
              onChange={(event) => change({ words: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('thanks.form.value')} error={missing(value === undefined)} help={t('thanks.form.valueHelp')}>
          {(ids) => (
            <ValueChoice
              id={ids.id}
              values={options.values}
              value={value}
              onChange={(chosen) => change({ value: chosen })}
            />
          )}
        </Field>
        <Checkbox checked={draft.isPrivate} onChange={(event) => change({ isPrivate: event.target.checked })}>
          {t('thanks.form.private')}
        </Checkbox>
        <p className={styles.note}>{t(draft.isPrivate ? 'thanks.form.privateText' : 'thanks.form.publicText')}</p>
      </form>
    </Dialog>
  )
}
