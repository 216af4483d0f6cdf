import { Checkbox, Input, InputNumber, Select } from 'antd'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { Field } from '../../ui/Field.tsx'
import styles from './Checklists.module.css'
import type { FieldsProps } from './ItemFields.tsx'
import { EMPTY_READING, type LimitDraft, PARAMETER, type ReadingDraft } from './item-draft.ts'
import { ListField } from './ListField.tsx'
import { PictureField } from './PictureField.tsx'

const MOST_PHRASES = 30
const MOST_CLAUSES = 20

export function ReadingFields({
  draft,
  words,
  problems,
  onChange,
  parameters,
}: FieldsProps & { parameters: string[] }) {
  const { t } = words
  const { reading } = draft
  const put = (change: Partial<ReadingDraft>) => onChange({ reading: { ...EMPTY_READING, ...reading, ...change } })
  const names = [
    { name: 'label_zh', label: t('checklists.editor.readingName') },
    { name: 'label_en', label: t('checklists.editor.readingNameEn') },
    { name: 'unit_zh', label: t('checklists.editor.readingUnit') },
    { name: 'unit_en', label: t('checklists.editor.readingUnitEn') },
  ] as const
  return (
    <div className={styles.group}>
      <h2>{t('checklists.editor.readingGroup')}</h2>
      <Checkbox
        checked={reading !== null}
        onChange={(event) => onChange({ reading: event.target.checked ? EMPTY_READING : null })}
      >
        {t('checklists.editor.hasReading')}
      </Checkbox>
      {reading && (
        <div className={styles.two}>
          {names.map(({ name, label }) => (
            <Field key={name} label={label} isOptional={name !== 'label_zh'} error={problems[`reading.${name}`]}>
              {(ids) => (
                <Input
                  {...ids}
                  autoComplete="off"
                  maxLength={60}
                  value={reading[name]}
                  onChange={(event) => put({ [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
          {(['min', 'max'] as const).map((side) => (
            <Field
              key={side}
              label={t(`checklists.editor.${side}`)}
              error={problems[`reading.${side}`] ?? problems[`reading.${side}_parameter`]}
            >
              {(ids) => (
                <LimitField
                  ids={ids}
                  limit={reading[side]}
                  parameters={parameters}
                  words={words}
                  onChange={(limit) => put({ [side]: limit })}
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </div>
  )
}

/** A parameter of a later version shows under its own name. */
function parameterName(id: string, t: FieldsProps['words']['t']): string {
  const key = `settings.parameters.${id}` as MessageKey
  const text = t(key)
  return t('checklists.editor.limitParameter', { name: text === key ? id : text })
}

function LimitField({
  ids,
  limit,
  parameters,
  words: { t },
  onChange,
}: {
  ids: { id: string; status?: 'error' }
  limit: LimitDraft
  parameters: string[]
  words: FieldsProps['words']
  onChange: (limit: LimitDraft) => void
}) {
  return (
    <div className={styles.limit}>
      <Select
        {...ids}
        value={limit.by}
        options={[
          { value: 'none', label: t('checklists.editor.limitNone') },
          { value: 'number', label: t('checklists.editor.limitNumber') },
          ...parameters.map((name) => ({
            value: `${PARAMETER}${name}`,
            label: parameterName(name, t),
          })),
        ]}
        onChange={(by) => onChange({ by, number: by === 'number' ? (limit.number ?? 0) : null })}
      />
      {limit.by === 'number' && (
        <InputNumber
          aria-label={t('checklists.editor.limitNumber')}
          value={limit.number}
          onChange={(number) => onChange({ ...limit, number })}
        />
      )}
    </div>
  )
}

/** Where the answers are looked for later: lists by tag, figures by indicator. */
export function TagFields({ draft, checklist, words, problems, onChange }: FieldsProps) {
  const { t } = words
  const lists = [
    { name: 'tags', known: checklist.tags, help: t('checklists.editor.tagsHelp') },
    { name: 'feeds', known: checklist.indicators, help: t('checklists.editor.feedsHelp') },
  ] as const
  return (
    <div className={styles.group}>
      <h2>{t('checklists.editor.tagGroup')}</h2>
      {lists.map(({ name, known, help }) => (
        <Field key={name} label={t(`checklists.field.${name}`)} isOptional help={help} error={problems[name]}>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              value={draft[name]}
              options={known.map(({ id, zh, en }) => ({ value: id, label: words.pick(zh, en) }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(chosen) => onChange({ [name]: chosen })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

export function HelpFields({ draft, words, problems, onChange }: FieldsProps) {
  const { t } = words
  return (
    <div className={styles.group}>
      <h2>{t('checklists.editor.helpGroup')}</h2>
      <Field
        label={t('checklists.editor.phrases')}
        isOptional
        help={t('checklists.editor.phrasesHelp')}
        error={problems.phrases}
      >
        {(ids) => (
          <ListField
            ids={ids}
            value={draft.phrases}
            most={MOST_PHRASES}
            addLabel={t('checklists.editor.addPhrase')}
            onChange={(phrases) => onChange({ phrases })}
          />
        )}
      </Field>
      <Field
        label={t('checklists.editor.clauses')}
        isOptional
        help={t('checklists.editor.clausesHelp')}
        error={problems.clauses}
      >
        {(ids) => (
          <ListField
            ids={ids}
            value={draft.clauses}
            most={MOST_CLAUSES}
            placeholder={t('checklists.editor.clauseExample')}
            addLabel={t('checklists.editor.addClause')}
            onChange={(clauses) => onChange({ clauses })}
          />
        )}
      </Field>
      <Field label={t('checklists.editor.picture')} isOptional help={t('checklists.editor.pictureHelp')}>
        {() => (
          <PictureField
            hash={draft.reference_photo}
            itemName={draft.zh}
            onChange={(reference_photo) => onChange({ reference_photo })}
          />
        )}
      </Field>
    </div>
  )
}
