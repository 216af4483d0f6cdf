import { Button, Input, InputNumber, Select } from 'antd'
import type { MeetingStep } from '../../../../shared/contract/meeting-templates.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { POSTS } from '../../../../shared/roles.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { Field } from '../../../ui/Field.tsx'
import styles from './Templates.module.css'
import { promptsOf } from './template-draft.ts'
import { useFlowWords } from './use-flow-words.ts'

interface StepFieldsProps {
  step: MeetingStep
  wasSubmitted: boolean
  isFirst: boolean
  isLast: boolean
  onChange: (part: Partial<MeetingStep>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

/** One step: what it is called, how long, who leads, what it says, shows and writes down. */
export function StepFields({ step, wasSubmitted, isFirst, isLast, onChange, onMove, onRemove }: StepFieldsProps) {
  const t = useTranslate()
  const language = useLanguage()
  const flow = useFlowWords()
  const name = textIn(step.name, language)
  const leaders = ['host', ...POSTS] as const
  return (
    <fieldset className={styles.step}>
      <legend className="visually-hidden">{name}</legend>
      <div className={styles.stepHead}>
        <Field
          label={t('meetingViews.templates.step')}
          error={wasSubmitted && step.name.zh.trim() === '' ? t('errors.required') : undefined}
        >
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              maxLength={40}
              value={name}
              onChange={({ target: { value } }) =>
                onChange({ name: language === 'en' ? { zh: step.name.zh, en: value } : { zh: value, en: '' } })
              }
            />
          )}
        </Field>
        <Field label={t('meetingViews.templates.minutes')}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              max={60}
              precision={0}
              value={step.minutes}
              onChange={(minutes) => onChange({ minutes: minutes ?? 1 })}
            />
          )}
        </Field>
        <Field label={t('meetingViews.templates.leads')}>
          {(ids) => (
            <Select
              {...ids}
              value={step.leadRole}
              options={leaders.map((value) => ({
                value,
                label: value === 'host' ? t('meetingViews.templates.host') : t(`posts.${value}`),
              }))}
              onChange={(leadRole) => onChange({ leadRole })}
            />
          )}
        </Field>
      </div>
      <Field label={t('meetingViews.templates.prompts')} isOptional>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={2}
            maxLength={700}
            value={step.prompts.map((prompt) => (language === 'en' ? prompt.en || prompt.zh : prompt.zh)).join('\n')}
            onChange={({ target }) => onChange({ prompts: promptsOf(target.value, step.prompts, language) })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t('meetingViews.templates.shows')} isOptional>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              maxCount={8}
              showSearch={{ optionFilterProp: 'label' }}
              value={step.shows}
              options={flow.keys}
              onChange={(shows) => onChange({ shows })}
            />
          )}
        </Field>
        <Field label={t('meetingViews.templates.captures')} isOptional>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              maxCount={8}
              showSearch={{ optionFilterProp: 'label' }}
              value={step.captures}
              options={flow.captures}
              onChange={(captures) => onChange({ captures })}
            />
          )}
        </Field>
      </div>
      <div className={styles.acts}>
        <Button type="text" size="small" disabled={isFirst} onClick={() => onMove(-1)}>
          {t('meetingViews.templates.up')}
        </Button>
        <Button type="text" size="small" disabled={isLast} onClick={() => onMove(1)}>
          {t('meetingViews.templates.down')}
        </Button>
        <Button type="text" size="small" danger disabled={isFirst && isLast} onClick={onRemove}>
          {t('meetingViews.templates.remove')}
        </Button>
      </div>
    </fieldset>
  )
}
