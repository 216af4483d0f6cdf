import { Button } from 'antd'
import { useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import { openLayer } from '../../app/layer-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { AccessActions } from './AccessActions.tsx'
import { PersonFields } from './PersonFields.tsx'
import { draftOf } from './person-draft.ts'
import { type PersonOutcome, usePersonActions } from './use-person-actions.ts'

/** Without a person: a new one. */
export function PersonDrawer({ person, ...outcome }: PersonOutcome & { person: Person | undefined }) {
  const t = useTranslate()
  const { person: me } = useSignedIn()
  const [start] = useState(() => draftOf(person))
  const [draft, setDraft] = useState(start)
  const [wasSubmitted, setSubmitted] = useState(false)
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start)
  const unfinished = useDraft({
    id: `person/${person?.uid ?? 'new'}`,
    value: draft,
    isDirty,
    textOf: ({ name }) => name,
    onRestore: setDraft,
  })
  const close = () => {
    unfinished.forget()
    outcome.onClose()
  }
  const actions = usePersonActions({ ...outcome, onClose: close })
  const isNameMissing = draft.name.trim() === ''
  const problems = {
    ...describeFields(actions.error, t),
    ...(wasSubmitted && isNameMissing && { name: t('errors.required') }),
  }

  function save() {
    setSubmitted(true)
    if (!isNameMissing) actions.save(person, draft)
  }

  return (
    <FormDrawer
      isOpen
      title={person ? t('people.editor.editTitle', { name: person.name }) : t('people.editor.addTitle')}
      isDirty={isDirty}
      isSaving={actions.isSaving}
      error={actions.error}
      onSave={save}
      onClose={close}
      extra={
        person &&
        (person.uid === me.uid ? (
          <Button onClick={() => openLayer('recovery-sheet')}>{t('people.recovery.reissue')}</Button>
        ) : (
          <AccessActions person={person} actions={actions} />
        ))
      }
    >
      <DraftLine offer={unfinished.offer} />
      <PersonFields draft={draft} problems={problems} onChange={(change) => setDraft({ ...draft, ...change })} />
    </FormDrawer>
  )
}
