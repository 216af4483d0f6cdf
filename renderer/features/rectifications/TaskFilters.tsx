import { Input, type InputRef, Segmented, Select, Tag } from 'antd'
import { type RefObject, useEffect, useState } from 'react'
import { SEVERITIES } from '../../../shared/contract/checklists.ts'
import { SOURCES } from '../../../shared/contract/rectifications.ts'
import { isComposing } from '../../app/shortcut.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Field } from '../../ui/Field.tsx'
import { MoreFilters } from '../../ui/table/MoreFilters.tsx'
import { FigureTags } from './FigureTags.tsx'
import styles from './RectificationsScreen.module.css'
import { foldedCount, GROUPS, type Group, type ListParams } from './task-filter.ts'

const TYPING_PAUSE_MS = 250

interface TaskFiltersProps {
  list: ListParams
  zones: { value: string; label: string }[]
  itemName: string | undefined
  searchField: RefObject<InputRef | null>
  onChange: (change: Partial<ListParams>) => void
}

export function TaskFilters({ list, zones, itemName, searchField, onChange }: TaskFiltersProps) {
  const t = useTranslate()
  return (
    <>
      <SearchField value={list.search} field={searchField} onChange={(search) => onChange({ search })} />
      <Select
        className={styles.select ?? ''}
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        showSearch={false}
        value={list.severity}
        placeholder={t('rectifications.filters.severity')}
        aria-label={t('rectifications.filters.severity')}
        options={SEVERITIES.map((value) => ({ value, label: t(`rectifications.severities.${value}`) }))}
        onChange={(severity: string[]) => onChange({ severity })}
      />
      {list.item && (
        <Tag
          closable={{ 'aria-label': t('rectifications.filters.itemOff') }}
          onClose={() => onChange({ item: undefined })}
        >
          {t('rectifications.filters.item', { item: itemName ?? list.item })}
        </Tag>
      )}
      <FigureTags list={list} onChange={onChange} />
      <MoreFilters count={foldedCount(list)}>
        <Field label={t('rectifications.filters.zone')}>
          {(field) => (
            <Select
              {...field}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              value={list.zone ?? null}
              placeholder={t('common.all')}
              options={zones}
              onChange={(zone) => onChange({ zone: zone ?? undefined })}
            />
          )}
        </Field>
        <Field label={t('rectifications.filters.source')}>
          {(field) => (
            <Select
              {...field}
              allowClear
              popupMatchSelectWidth={false}
              value={list.source ?? null}
              placeholder={t('common.all')}
              options={SOURCES.map((value) => ({ value, label: t(`rectifications.sources.${value}`) }))}
              onChange={(source) => onChange({ source: source ?? undefined })}
            />
          )}
        </Field>
        <Field label={t('rectifications.filters.from')}>
          {(field) => (
            <DayField {...field} value={list.from ?? null} onChange={(from) => onChange({ from: from ?? undefined })} />
          )}
        </Field>
        <Field label={t('rectifications.filters.to')}>
          {(field) => (
            <DayField {...field} value={list.to ?? null} onChange={(to) => onChange({ to: to ?? undefined })} />
          )}
        </Field>
      </MoreFilters>
    </>
  )
}

/** Which ones: the first choice, so it stands beside the title. */
export function GroupChoice({
  group,
  counts,
  onChange,
}: {
  group: Group
  counts: Partial<Record<Group, number>> | undefined
  onChange: (group: Group) => void
}) {
  const t = useTranslate()
  return (
    <Segmented<Group>
      value={group}
      aria-label={t('rectifications.filters.group')}
      options={GROUPS.map((value) => ({
        value,
        label: [t(`rectifications.groups.${value}`), counts?.[value]].filter(Boolean).join(' '),
      }))}
      onChange={onChange}
    />
  )
}

/** Asks the service once the person pauses. */
function SearchField({
  value,
  field,
  onChange,
}: {
  value: string
  field: RefObject<InputRef | null>
  onChange: (search: string) => void
}) {
  const t = useTranslate()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the text starts the pause
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text.trim()), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <Input
      ref={field}
      className={styles.search ?? ''}
      allowClear
      maxLength={100}
      value={text}
      placeholder={t('rectifications.filters.search')}
      aria-label={t('rectifications.filters.searchLabel')}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event.nativeEvent)) onChange(text.trim())
      }}
    />
  )
}
