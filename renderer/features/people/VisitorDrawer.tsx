import { useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { AccessActions } from './AccessActions.tsx'
import type { PersonOutcome } from './use-person-actions.ts'
import { useVisitorActions } from './use-visitor-actions.ts'
import { VisitorFields } from './VisitorFields.tsx'
import { draftOfVisitor } from './visitor-draft.ts'

/** Without a visitor: a new one. */
export function VisitorDrawer({ visitor, ...outcome }: PersonOutcome & { visitor: Person | undefined }) {
  const t = useTranslate()
  const [start] = useState(() => draftOfVisitor(visitor))
  const [draft, setDraft] = useState(start)
  const [wasSubmitted, setSubmitted] = useState(false)
  const actions = useVisitorActions(outcome)
  const isNameMissing = draft.name.trim() === ''
  const problems = {
    ...describeFields(actions.error, t),
    ...(wasSubmitted && isNameMissing && { name: t('errors.required') }),
  }

  function save() {
    setSubmitted(true)
    if (!isNameMissing) actions.save(visitor, draft)
  }

  return (
    <FormDrawer
      isOpen
      title={visitor ? t('people.editor.editTitle', { name: visitor.name }) : t('people.visitors.addTitle')}
      isDirty={JSON.stringify(draft) !== JSON.stringify(start)}
      isSaving={actions.isSaving}
      error={actions.error}
      onSave={save}
      onClose={outcome.onClose}
      extra={visitor && <AccessActions person={visitor} actions={actions} />}
    >
      <VisitorFields draft={draft} problems={problems} onChange={(change) => setDraft({ ...draft, ...change })} />
    </FormDrawer>
  )
}
