import { Button, Input, Segmented } from 'antd'
import { type FormEvent, useState } from 'react'
import type { ComplaintClock } from '../../../shared/contract/complaint-clocks.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { formKeys } from './form-keys.ts'
import styles from './TaskCard.module.css'
import { useComplaintClock } from './use-complaint-clock.ts'

interface ComplaintFormProps {
  clock: ComplaintClock
  kind: 'extend' | 'decide'
  onClose: () => void
}

/** A longer term with its reason, or the decision. */
export function ComplaintForm({ clock, kind, onClose }: ComplaintFormProps) {
  const t = useTranslate()
  const taskUid = clock.task.uid
  const { extend, decide } = useComplaintClock(taskUid)
  const [term, setTerm] = useState<'complex' | 'special'>(clock.term === 'decision' ? 'complex' : 'special')
  const [isUpheld, setUpheld] = useState(true)
  const [words, setWords] = useState('')
  const [approval, setApproval] = useState('')
  const [wasTried, setTried] = useState(false)
  const used = kind === 'extend' ? extend : decide
  const needsApproval = kind === 'extend' && term === 'special'
  const missing = t('errors.required')
  const problems = describeFields(used.error, t)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (words.trim() === '' || (needsApproval && approval.trim() === '') || used.isPending) return
    const ends = { onSuccess: onClose }
    if (kind === 'extend') extend.mutate({ taskUid, term, reason: words.trim(), approval: approval.trim() }, ends)
    else decide.mutate({ taskUid, isUpheld, decision: words.trim() }, ends)
  }

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t(kind === 'extend' ? 'complaintClocks.extend' : 'complaintClocks.decide')}
      onSubmit={submit}
      onKeyDown={formKeys(onClose)}
    >
      {Boolean(used.error) && <Failure error={used.error} />}
      {kind === 'extend' ? (
        <Field label={t('complaintClocks.term')} error={problems.term}>
          {() => (
            <Segmented
              value={term}
              aria-label={t('complaintClocks.term')}
              options={(['complex', 'special'] as const)
                .filter((value) => value !== clock.term)
                .map((value) => ({ value, label: t(`complaintClocks.terms.${value}`) }))}
              onChange={setTerm}
            />
          )}
        </Field>
      ) : (
        <Field label={t('complaintClocks.outcome')}>
          {() => (
            <Segmented
              value={isUpheld ? 'yes' : 'no'}
              aria-label={t('complaintClocks.outcome')}
              options={[
                { value: 'yes', label: t('complaintClocks.upheld') },
                { value: 'no', label: t('complaintClocks.notUpheld') },
              ]}
              onChange={(value) => setUpheld(value === 'yes')}
            />
          )}
        </Field>
      )}
      <Field
        label={t(kind === 'extend' ? 'complaintClocks.reason' : 'complaintClocks.decision')}
        error={wasTried && words.trim() === '' ? missing : problems.reason}
      >
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoFocus
            rows={2}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      {needsApproval && (
        <Field
          label={t('complaintClocks.approval')}
          error={wasTried && approval.trim() === '' ? missing : problems.approval}
        >
          {(ids) => (
            <Input {...ids} maxLength={1000} value={approval} onChange={(event) => setApproval(event.target.value)} />
          )}
        </Field>
      )}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>
          {t('common.cancel')} <Kbd keys="Esc" />
        </Button>
        <Button type="primary" htmlType="submit" loading={used.isPending}>
          {t('complaintClocks.save')} <Kbd keys="Ctrl+Enter" onDark />
        </Button>
      </div>
    </form>
  )
}
