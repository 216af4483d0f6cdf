import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { MeetingStep, MeetingTemplate } from '../../../../shared/contract/meeting-templates.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { DraftLine } from '../../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../../ui/drafts/use-draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { notify } from '../../../ui/toast-store.ts'
import { StepFields } from './StepFields.tsx'
import styles from './Templates.module.css'
import { contentOf, moveStep, newStep } from './template-draft.ts'

interface TemplateDrawerProps {
  template: MeetingTemplate
  /** Begins a new template with what this one holds. */
  isCopy: boolean
  onClose: () => void
}

/** Name, use, and the steps in their order; saving makes a version. */
export function TemplateDrawer({ template, isCopy, onClose }: TemplateDrawerProps) {
  const t = useTranslate()
  const language = useLanguage()
  const [start] = useState(() => contentOf(template))
  const [draft, setDraft] = useState(start)
  const [wasSubmitted, setSubmitted] = useState(false)
  const save = useMutation(useApi().meetings.saveTemplate.mutationOptions({ meta: { showsFailure: true } }))
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start)
  const unfinished = useDraft({
    id: `meeting-template/${isCopy ? 'copy/' : ''}${template.id}`,
    value: draft,
    isDirty,
    textOf: ({ name }) => name.zh,
    onRestore: setDraft,
  })
  const isMissing = draft.name.zh.trim() === '' || draft.useWhen.zh.trim() === ''
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const changeStep = (index: number, part: Partial<MeetingStep>) =>
    change({ steps: draft.steps.map((step, at) => (at === index ? { ...step, ...part } : step)) })
  const words = (field: 'name' | 'useWhen', most: number) => {
    const side = language === 'en' ? 'en' : 'zh'
    const isEmpty = wasSubmitted && draft[field].zh.trim() === '' && draft[field][side].trim() === ''
    return (
      <Field label={t(`meetingViews.templates.${field}`)} error={isEmpty ? t('errors.required') : undefined}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={most}
            value={draft[field][side]}
            onChange={({ target }) =>
              change({ [field]: side === 'en' ? { ...draft[field], en: target.value } : { zh: target.value, en: '' } })
            }
          />
        )}
      </Field>
    )
  }

  function close() {
    unfinished.forget()
    onClose()
  }

  function submit() {
    setSubmitted(true)
    if (isMissing || draft.steps.some(({ name }) => name.zh.trim() === '')) return
    const steps = draft.steps.map((step) => ({ ...step, prompts: step.prompts.filter(({ zh }) => zh.trim() !== '') }))
    const own = isCopy ? { id: null, basedOn: 0 } : { id: template.id, basedOn: template.version }
    save.mutate(
      { ...own, content: { ...draft, steps } },
      {
        onSuccess({ version }) {
          notify({ tone: 'done', text: t('meetingViews.templates.saved', { version }) })
          close()
        },
      },
    )
  }

  return (
    <FormDrawer
      isOpen
      width={720}
      title={t(isCopy ? 'meetingViews.templates.addTitle' : 'meetingViews.templates.editTitle')}
      isDirty={isDirty}
      isSaving={save.isPending}
      error={save.error ?? undefined}
      onSave={submit}
      onClose={close}
    >
      <DraftLine offer={unfinished.offer} />
      <div className={styles.pair}>
        {words('name', 40)}
        {words('useWhen', 120)}
      </div>
      {draft.steps.map((step, index) => (
        <StepFields
          key={step.id}
          step={step}
          wasSubmitted={wasSubmitted}
          isFirst={index === 0}
          isLast={index === draft.steps.length - 1}
          onChange={(part) => changeStep(index, part)}
          onMove={(by) => change({ steps: moveStep(draft.steps, index, by) })}
          onRemove={() => change({ steps: draft.steps.filter((_, at) => at !== index) })}
        />
      ))}
      <Button
        disabled={draft.steps.length >= 20}
        onClick={() => change({ steps: [...draft.steps, newStep(draft.steps, t('meetingViews.templates.newStep'))] })}
      >
        {t('meetingViews.templates.addStep')}
      </Button>
      {!isCopy && (
        <p>
          <Checkbox checked={draft.isOff} onChange={(event) => change({ isOff: event.target.checked })}>
            {t('meetingViews.templates.switchOff')}
          </Checkbox>
        </p>
      )}
    </FormDrawer>
  )
}
