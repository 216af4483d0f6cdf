import { useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { LEAD_ROLES } from '../../app/role-sets.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { notify } from '../../ui/toast-store.ts'

/** Says at once why a task cannot be verified here, instead of after the note was written. */
export function useVerify(me: Person) {
  const t = useTranslate()
  const [task, setTask] = useState<Rectification>()

  function start(row: Rectification | undefined) {
    if (!row) return
    if (row.state !== 'submitted') return notify({ tone: 'note', text: t('rectifications.verify.notSubmitted') })
    if (row.owner.person?.uid === me.uid) return notify({ tone: 'note', text: t('rectifications.verify.own') })
    if (!LEAD_ROLES.includes(me.role)) return notify({ tone: 'note', text: t('errors.moveNotAllowed') })
    setTask(row)
  }

  return { task, start, stop: () => setTask(undefined) }
}
