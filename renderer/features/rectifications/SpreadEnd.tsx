import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { SpreadSpot } from '../../../shared/contract/spread-checks.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Failure } from '../../ui/Failure.tsx'
import styles from './TaskCard.module.css'
import { useSpreadCheck } from './use-spread-check.ts'

/** Below the spots: one more by hand, and the end, which waits for every spot. */
export function SpreadEnd({ taskUid, spots }: { taskUid: string; spots: readonly SpreadSpot[] }) {
  const t = useTranslate()
  const { addSpot, finish, failure } = useSpreadCheck(taskUid)
  const [description, setDescription] = useState('')
  const [note, setNote] = useState('')
  const isEmpty = spots.every(({ result }) => result === 'struck')
  const isReady = spots.every(({ result }) => result !== null) && (!isEmpty || note.trim() !== '')

  function add(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    if (description.trim() === '' || addSpot.isPending) return
    addSpot.mutate({ taskUid, zone: null, description: description.trim() }, { onSuccess: () => setDescription('') })
  }

  return (
    <>
      {Boolean(failure) && <Failure error={failure} />}
      <form className={styles.spotNote} onSubmit={add}>
        <Input
          size="small"
          maxLength={1000}
          value={description}
          aria-label={t('spreadChecks.addLabel')}
          placeholder={t('spreadChecks.addHint')}
          onChange={(event) => setDescription(event.target.value)}
        />
        <Button size="small" htmlType="submit" disabled={description.trim() === ''} loading={addSpot.isPending}>
          {t('spreadChecks.add')}
        </Button>
      </form>
      {isEmpty && (
        <Input
          size="small"
          maxLength={1000}
          value={note}
          aria-label={t('spreadChecks.finishNote')}
          placeholder={t('spreadChecks.finishNote')}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <div className={styles.sectionActs}>
        <Button
          size="small"
          type="primary"
          disabled={!isReady}
          loading={finish.isPending}
          onClick={() => finish.mutate({ taskUid, note: note.trim() })}
        >
          {t('spreadChecks.finish')}
        </Button>
      </div>
    </>
  )
}
