import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import {
  MOOD_MOMENTS,
  type MoodMoment,
  type MoodRetention,
  type MoodRules,
  type MoodState,
} from '../../../shared/contract/moods.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { notify } from '../../ui/toast-store.ts'
import { ModePanel } from './ModePanel.tsx'
import styles from './Moods.module.css'

const KINDS = ['answers', 'sensitiveTags', 'careTalks', 'weeks'] as const
const LEAST: Record<keyof MoodRetention, number> = { answers: 7, sensitiveTags: 1, careTalks: 7, weeks: 28 }

export function RulesPage({ state }: { state: MoodState }) {
  const t = useTranslate()
  const [draft, setDraft] = useState<MoodRules>(state.rules)
  const save = useMutation(useApi().moods.setRules.mutationOptions({ meta: { showsFailure: true } }))
  const wrong = describeFields(save.error, t)
  const isDirty = JSON.stringify(draft) !== JSON.stringify(state.rules)
  const chosen = (moments: readonly string[]) => MOOD_MOMENTS.filter((one) => moments.includes(one))

  return (
    <div className={`${styles.columns} ${styles.even}`}>
      <div className={styles.column}>
        <ModePanel series={state.series} />
        <Panel title={t('moods.rules.careLine')} isPadded>
          <div className={styles.form}>
            <Field
              label={t('moods.rules.careLineLabel')}
              isOptional
              help={t('moods.rules.careLineHelp')}
              error={wrong.careLine}
            >
              {(ids) => (
                <Input
                  {...ids}
                  autoComplete="off"
                  maxLength={60}
                  value={draft.careLine}
                  onChange={(event) => setDraft({ ...draft, careLine: event.target.value })}
                />
              )}
            </Field>
          </div>
        </Panel>
      </div>
      <div className={styles.column}>
        {save.isError && <Failure error={save.error} />}
        <Panel title={t('moods.rules.moments')} isPadded>
          <div className={styles.form}>
            <Checkbox.Group<MoodMoment>
              className={styles.checks ?? ''}
              value={draft.moments}
              options={MOOD_MOMENTS.map((one) => ({
                value: one,
                label: t(`moods.moment.${one}`),
                disabled: draft.moments.length === 1 && draft.moments[0] === one,
              }))}
              onChange={(moments) => setDraft({ ...draft, moments: chosen(moments) })}
            />
            <span className="faint">{t('moods.rules.momentsHelp')}</span>
          </div>
        </Panel>
        <Panel title={t('moods.rules.kept')} isPadded>
          <div className={styles.form}>
            <div className={styles.limits}>
              {KINDS.map((kind) => (
                <Field
                  key={kind}
                  label={t(`moods.rules.${kind}`)}
                  help={t('moods.rules.most', { most: state.longest[kind] })}
                  error={wrong[`retention.${kind}`]}
                >
                  {(ids) => (
                    <InputNumber
                      {...ids}
                      min={LEAST[kind]}
                      max={state.longest[kind]}
                      precision={0}
                      value={draft.retention[kind]}
                      onChange={(days) =>
                        setDraft({ ...draft, retention: { ...draft.retention, [kind]: days ?? state.longest[kind] } })
                      }
                    />
                  )}
                </Field>
              ))}
            </div>
            <span className="faint">{t('moods.rules.keptHelp')}</span>
          </div>
        </Panel>
        <div className={styles.foot}>
          <Button
            type="primary"
            disabled={!isDirty}
            loading={save.isPending}
            onClick={() =>
              save.mutate(draft, { onSuccess: () => notify({ tone: 'done', text: t('moods.rules.saved') }) })
            }
          >
            {t('common.save')}
          </Button>
        </div>
      </div>
    </div>
  )
}
