import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import type { RectificationCard } from '../../../shared/contract/rectifications.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import { describeFields } from '../../services/describe-error.ts'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { usePhotoList } from '../../ui/photos/use-photo-list.ts'
import { useSaveWithPhotos } from '../../ui/photos/use-save-with-photos.ts'
import { useFirstWrong } from '../../ui/use-first-wrong.ts'
import { MoveFields } from './MoveFields.tsx'
import { type MoveDraft, missingOf, type Step, startOf, stepId, typedIn } from './move-draft.ts'
import styles from './TaskCard.module.css'
import { useTaskMove } from './use-task-moves.ts'

interface MoveFormProps {
  card: RectificationCard
  move: Step
  onClose: () => void
}

/** Exactly what the step asks for. Ctrl+Enter takes it, Escape leaves it. */
export function MoveForm({ card, move, onClose }: MoveFormProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const name = textIn(move, useLanguage())
  const [start] = useState(() => startOf(move, card, serviceNow(), zone))
  const [draft, setDraft] = useState(start)
  const unfinished = useDraft({
    id: `task/${card.task.uid}/${stepId(move)}`,
    value: draft,
    isDirty: typedIn(draft) !== typedIn(start),
    textOf: typedIn,
    onRestore: setDraft,
  })
  const [attempts, setAttempts] = useState(0)
  const form = useFirstWrong(attempts)
  const [from] = useState(card.task.state)
  const { run, isSaving, error, sayMovedMeanwhile } = useTaskMove({ onDone: close })
  function close() {
    unfinished.forget()
    onClose()
  }

  const change = (part: Partial<MoveDraft>) => setDraft((before) => ({ ...before, ...part }))
  const photos = usePhotoList(draft.photos, (hashes) => change({ photos: hashes }))
  const missing = missingOf(draft, move.requires, card, serviceNow())
  const problems = {
    ...describeFields(error, t),
    ...(attempts > 0 &&
      Object.fromEntries(
        Object.entries(missing).map(([field, kind]) => [
          field,
          t(kind === 'past' ? 'rectifications.form.pastDue' : 'errors.required'),
        ]),
      )),
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a step of somebody else ends the form
  useEffect(() => {
    if (card.task.state === from || isSaving) return
    sayMovedMeanwhile()
    onClose()
  }, [card.task.state, isSaving])

  const saving = useSaveWithPhotos(photos, () => {
    setAttempts((before) => before + 1)
    if (Object.keys(missing).length === 0 && !isSaving) run(card.task, move, draft)
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    saving.save()
  }

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      aria-label={name}
      onSubmit={submit}
      onPaste={card.photoAllowed ? photos.paste : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      <h3>{name}</h3>
      <DraftLine offer={unfinished.offer} />
      {Boolean(error) && <Failure error={error} />}
      <MoveFields {...{ card, move, draft, problems, photos }} onChange={change} />
      <div className={styles.formFoot}>
        <Button onClick={close}>
          {t('common.cancel')} <Kbd keys="Esc" />
        </Button>
        <Button type="primary" htmlType="submit" loading={isSaving || saving.isWaiting}>
          {name} <Kbd keys="Ctrl+Enter" onDark />
        </Button>
      </div>
    </form>
  )
}
