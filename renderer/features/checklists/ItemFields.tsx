import { Checkbox, Input, InputNumber, Segmented, Select } from 'antd'
import {
  type Checklist,
  type ItemWording,
  OWNERS,
  ROUND_IDS,
  SEVERITIES,
  WEEKDAYS,
} from '../../../shared/contract/checklists.ts'
import { Field } from '../../ui/Field.tsx'
import styles from './Checklists.module.css'
import type { ItemDraft } from './item-draft.ts'
import type { ChecklistWords } from './use-words.ts'

export interface FieldsProps {
  draft: ItemDraft
  checklist: Checklist
  words: ChecklistWords
  /** Field → sentence. */
  problems: Record<string, string>
  onChange: (change: Partial<ItemDraft>) => void
}

const ALWAYS = 'always'

export function WordingFields({ draft, checklist, words, problems, onChange }: FieldsProps) {
  const { t } = words
  const texts = [
    { name: 'zh', label: t('checklists.editor.zh'), most: 200 },
    { name: 'en', label: t('checklists.editor.en'), most: 500 },
    { name: 'how_to_check_zh', label: t('checklists.editor.howToCheck'), most: 500 },
    { name: 'how_to_check_en', label: t('checklists.editor.howToCheckEn'), most: 500 },
  ] as const
  return (
    <div className={styles.group}>
      {texts.map(({ name, label, most }) => (
        <Field key={name} label={label} isOptional={name !== 'zh'} error={problems[name]}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus={name === 'zh'}
              rows={name.startsWith('how') ? 2 : 1}
              maxLength={most}
              value={draft[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <div className={styles.two}>
        <Field label={t('checklists.editor.zone')}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.zone}
              options={checklist.zones.map(({ id, zh, en }) => ({ value: id, label: words.pick(zh, en) }))}
              onChange={(zone) => onChange({ zone })}
            />
          )}
        </Field>
        <Field label={t('checklists.editor.order')} error={problems.order}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              max={999}
              precision={0}
              value={draft.order}
              onChange={(order) => onChange({ order: order ?? 1 })}
            />
          )}
        </Field>
      </div>
      <div className={styles.two}>
        <Field label={t('checklists.editor.kind')}>
          {({ id }) => (
            <span id={id}>
              <Segmented<ItemWording['kind']>
                value={draft.kind}
                options={(['hardware', 'software'] as const).map((kind) => ({
                  value: kind,
                  label: t(`checklists.kind.${kind}`),
                }))}
                onChange={(kind) => onChange({ kind })}
              />
            </span>
          )}
        </Field>
        <Field label={t('checklists.editor.severity')}>
          {({ id }) => (
            <span id={id}>
              <Segmented
                value={draft.severity}
                options={SEVERITIES.map((one) => ({ value: one, label: t(`checklists.severity.${one}`) }))}
                onChange={(severity) => onChange({ severity })}
              />
            </span>
          )}
        </Field>
      </div>
      <Checkbox checked={draft.core} onChange={(event) => onChange({ core: event.target.checked })}>
        {t('checklists.table.core')} <span className="faint">{t('checklists.editor.coreHelp')}</span>
      </Checkbox>
    </div>
  )
}

export function AskFields({ draft, checklist, words, problems, onChange }: FieldsProps) {
  const { t } = words
  return (
    <div className={styles.group}>
      <h2>{t('checklists.editor.askGroup')}</h2>
      <Field label={t('checklists.editor.rounds')} error={problems.rounds}>
        {() => (
          <Checkbox.Group
            value={draft.rounds}
            options={ROUND_IDS.map((round) => ({ value: round, label: t(`checklists.round.${round}`) }))}
            onChange={(rounds) => onChange({ rounds: ROUND_IDS.filter((round) => rounds.includes(round)) })}
          />
        )}
      </Field>
      <div className={styles.two}>
        <Field label={t('checklists.editor.cadence')} help={t(`checklists.cadenceHelp.${draft.cadence}`)}>
          {({ id }) => (
            <span id={id}>
              <Segmented
                value={draft.cadence}
                options={(['daily', 'weekly', 'monthly'] as const).map((cadence) => ({
                  value: cadence,
                  label: t(`checklists.cadence.${cadence}`),
                }))}
                onChange={(cadence) => onChange({ cadence })}
              />
            </span>
          )}
        </Field>
        {draft.cadence === 'weekly' && (
          <Field label={t('checklists.editor.weekday')}>
            {({ id }) => (
              <span id={id}>
                <Segmented
                  value={draft.default_weekday ?? 'mon'}
                  options={WEEKDAYS.map((day) => ({ value: day, label: t(`checklists.weekday.${day}`) }))}
                  onChange={(day) => onChange({ default_weekday: day })}
                />
              </span>
            )}
          </Field>
        )}
      </div>
      <Field label={t('checklists.editor.condition')} error={problems.condition}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.condition ?? ALWAYS}
            options={[
              { value: ALWAYS, label: t('checklists.editor.conditionNone') },
              ...checklist.conditions.map(({ id, zh, en }) => ({ value: id, label: words.pick(zh, en) })),
            ]}
            onChange={(condition) => onChange({ condition: condition === ALWAYS ? undefined : condition })}
          />
        )}
      </Field>
    </div>
  )
}

export function FailFields({ draft, words, problems, onChange }: FieldsProps) {
  const { t } = words
  return (
    <div className={styles.group}>
      <h2>{t('checklists.editor.failGroup')}</h2>
      <div className={styles.two}>
        <Field label={t('checklists.editor.owner')}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.default_owner_role}
              options={OWNERS.map((owner) => ({ value: owner, label: t(`checklists.owner.${owner}`) }))}
              onChange={(owner) => onChange({ default_owner_role: owner })}
            />
          )}
        </Field>
        <Field label={t('checklists.editor.due')} error={problems.default_due_hours}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={0.5}
              max={2000}
              value={draft.default_due_hours}
              suffix={t('checklists.editor.dueUnit')}
              style={{ width: 140 }}
              onChange={(hours) => onChange({ default_due_hours: hours ?? 24 })}
            />
          )}
        </Field>
      </div>
      <div>
        <Checkbox checked={draft.photo_on_fail} onChange={(event) => onChange({ photo_on_fail: event.target.checked })}>
          {t('checklists.editor.photo')}
        </Checkbox>
        <div className="faint">{t('checklists.editor.photoHelp')}</div>
      </div>
    </div>
  )
}
