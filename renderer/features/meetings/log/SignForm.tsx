import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Meeting } from '../../../../shared/contract/meetings.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useNow } from '../../../services/clock.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import type { PhotoList } from '../../../ui/photos/use-photo-list.ts'
import { useSaveWithPhotos } from '../../../ui/photos/use-save-with-photos.ts'
import { notify } from '../../../ui/toast-store.ts'
import { LackList } from '../LackList.tsx'
import styles from './Log.module.css'

const SECOND_MS = 1_000

interface SignFormProps {
  meeting: Meeting
  /** A signed log takes no more: it waits for what is on its way. */
  photos: Pick<PhotoList, 'sending' | 'isWhole'>
  onStep: (position: number) => void
}

/** The host's own PIN, whoever sits at the PC. */
export function SignForm({ meeting, photos, onStep }: SignFormProps) {
  const t = useTranslate()
  const api = useApi()
  const cache = useQueryClient()
  const now = useNow(SECOND_MS)
  const [pin, setPin] = useState('')
  const [refusal, setRefusal] = useState<{ triesLeft: number; retryAt: number | null }>()
  const { uid, host } = meeting.meeting
  const sign = useMutation(
    api.meetings.sign.mutationOptions({
      meta: { showsFailure: true },
      onSuccess(result) {
        if (result.outcome === 'refused') return setRefusal(result)
        cache.setQueryData(api.meetings.read.queryKey({ input: { meeting: uid } }), result.meeting)
        notify({ tone: 'done', text: t('meetings.log.signedToast') })
      },
    }),
  )
  const saving = useSaveWithPhotos(photos, () => sign.mutate({ meeting: uid, pin }, { onSettled: () => setPin('') }))
  const wait = refusal?.retryAt ? Math.max(0, Math.ceil((refusal.retryAt - now) / SECOND_MS)) : 0
  const refused = refusal && wait === 0 ? t('meetings.log.refused', { count: refusal.triesLeft }) : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    if (pin === '' || wait > 0 || sign.isPending || saving.isWaiting) return
    setRefusal(undefined)
    saving.save()
  }
  if (!meeting.mayBeSigned) {
    return (
      <Panel title={t('meetings.log.sign')} isPadded>
        <p>{t('meetings.lacks.mustBe')}</p>
        <LackList lacks={meeting.lacks} onStep={onStep} />
      </Panel>
    )
  }
  return (
    <Panel title={t('meetings.log.sign')} isPadded>
      {meeting.lacks.length > 0 && <LackList lacks={meeting.lacks} onStep={onStep} />}
      <form className={styles.sign} onSubmit={submit}>
        <p>{t('meetings.log.signText', { name: host.name })}</p>
        {sign.error && <Failure error={sign.error} />}
        {saving.isWaiting && <p role="status">{t('meetings.log.photosComing')}</p>}
        {wait > 0 && <p role="alert">{t('meetings.log.wait', { seconds: wait })}</p>}
        <Field label={t('meetings.log.pin', { name: host.name })} error={refused}>
          {(ids) => (
            <Input.Password
              {...ids}
              visibilityToggle={{ tabIndex: -1 }}
              value={pin}
              inputMode="numeric"
              autoComplete="off"
              maxLength={32}
              disabled={wait > 0}
              onChange={(event) => setPin(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={sign.isPending || saving.isWaiting} disabled={wait > 0}>
          {t('meetings.log.sign')}
        </Button>
      </form>
    </Panel>
  )
}
