import { Button } from 'antd'
import { useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { ConfirmDanger } from '../../ui/ConfirmDanger.tsx'

interface AccessActionsProps {
  person: Person
  actions: {
    isResetting: boolean
    newPin(person: Person): void
    setActive(person: Person, isActive: boolean): void
  }
}

/** A new one-time PIN, asked for twice, and whether the person may sign in at all. */
export function AccessActions({ person, actions }: AccessActionsProps) {
  const t = useTranslate()
  const [isAskingPin, setAskingPin] = useState(false)
  return (
    <>
      <Button onClick={() => setAskingPin(true)}>{t('people.editor.resetPin')}</Button>
      <Button type="text" onClick={() => actions.setActive(person, !person.isActive)}>
        {t(person.isActive ? 'people.editor.deactivate' : 'people.editor.activate')}
      </Button>
      <ConfirmDanger
        isOpen={isAskingPin}
        title={t('people.editor.resetPinTitle', { name: person.name })}
        text={t('people.editor.resetPinText')}
        confirmLabel={t('people.editor.resetPin')}
        isBusy={actions.isResetting}
        onConfirm={() => actions.newPin(person)}
        onCancel={() => setAskingPin(false)}
      />
    </>
  )
}
