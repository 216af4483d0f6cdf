import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { notices } from '../../../shared/contract/notices.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import styles from './Notices.module.css'

interface PassOnProps {
  uid: string
  readers: OutputOf<typeof notices.card>['readers']
  onDone: () => void
}

/** Ticks who has just been told. */
export function PassOn({ uid, readers, onDone }: PassOnProps) {
  const t = useTranslate()
  const unknown = readers.filter(({ way }) => way === null)
  const [people, setPeople] = useState<string[]>([])
  const pass = useMutation(useApi().notices.passOn.mutationOptions())

  function save() {
    pass.mutate(
      { uid, people },
      {
        onSuccess() {
          notify({ tone: 'done', text: t('notices.card.passedTo', { count: people.length }) })
          onDone()
        },
      },
    )
  }

  return (
    <fieldset>
      <legend>{t('notices.card.passTitle')}</legend>
      <Checkbox
        autoFocus
        checked={people.length === unknown.length}
        indeterminate={people.length > 0 && people.length < unknown.length}
        onChange={(event) => setPeople(event.target.checked ? unknown.map((one) => one.uid) : [])}
      >
        {t('notices.card.passAll')}
      </Checkbox>
      <Checkbox.Group className={styles.readers ?? ''} value={people} onChange={setPeople}>
        {unknown.map((person) => (
          <div key={person.uid}>
            <Checkbox value={person.uid}>{person.name}</Checkbox>
          </div>
        ))}
      </Checkbox.Group>
      <p className={styles.facts}>
        <Button type="primary" disabled={people.length === 0} loading={pass.isPending} onClick={save}>
          {t('notices.card.passOn')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </p>
    </fieldset>
  )
}
