import { Button } from 'antd'
import { useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { ConfirmDanger } from '../../ui/ConfirmDanger.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
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
  const [isAskingPin, setAskingPin] = useState(false)
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
      extra={
        visitor && (
          <>
            <Button onClick={() => setAskingPin(true)}>{t('people.editor.resetPin')}</Button>
            <Button type="text" onClick={() => actions.setActive(visitor, !visitor.isActive)}>
              {t(visitor.isActive ? 'people.editor.deactivate' : 'people.editor.activate')}
            </Button>
          </>
        )
      }
    >
      <VisitorFields draft={draft} problems={problems} onChange={(change) => setDraft({ ...draft, ...change })} />
      {visitor && (
        <ConfirmDanger
          isOpen={isAskingPin}
          title={t('people.editor.resetPinTitle', { name: visitor.name })}
          text={t('people.editor.resetPinText')}
          confirmLabel={t('people.editor.resetPin')}
          isBusy={actions.isResetting}
          onConfirm={() => actions.newPin(visitor)}
          onCancel={() => setAskingPin(false)}
        />
      )}
    </FormDrawer>
  )
}
