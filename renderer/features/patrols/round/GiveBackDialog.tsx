import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { PatrolSummary } from '../../../../shared/contract/patrols.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Overlay } from '../../../ui/Overlay.tsx'
import { notify } from '../../../ui/toast-store.ts'
import dialog from './Dialog.module.css'

const MOST_LETTERS = 200

export function GiveBackDialog({ patrol, onClose }: { patrol: PatrolSummary; onClose: () => void }) {
  const t = useTranslate()
  const [reason, setReason] = useState('')
  const give = useMutation(useApi().patrols.giveBack.mutationOptions({ meta: { showsFailure: true } }))
  const title = t('patrols.done.giveBackTitle', { round: t(`patrols.rounds.${patrol.round}`) })
  const problem = describeFields(give.error, t).reason

  function submit(event: FormEvent): void {
    event.preventDefault()
    give.mutate(
      { uid: patrol.uid, reason },
      {
        onSuccess() {
          notify({ tone: 'done', text: t('patrols.done.givenBack') })
          onClose()
        },
      },
    )
  }

  return (
    <Overlay label={title} width={460} onClose={onClose}>
      <form className={dialog.dialog} onSubmit={submit}>
        <h1>{title}</h1>
        {give.error && !problem && <Failure error={give.error} />}
        <Field label={t('patrols.done.giveBackReason')} help={t('patrols.done.giveBackHelp')} error={problem}>
          {(ids) => (
            <Input
              {...ids}
              data-autofocus
              maxLength={MOST_LETTERS}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className={dialog.foot}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={give.isPending}>
            {t('patrols.done.giveBackGo')} <Kbd keys="Enter" onDark />
          </Button>
        </div>
      </form>
    </Overlay>
  )
}
