import { DatePicker, Input, type InputRef, Segmented, Select, Tag } from 'antd'
import dayjs from 'dayjs'
import { type RefObject, useEffect, useState } from 'react'
import { SEVERITIES } from '../../../shared/contract/checklists.ts'
import { SOURCES } from '../../../shared/contract/rectifications.ts'
import { isComposing } from '../../app/shortcut.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { FigureTags } from './FigureTags.tsx'
import styles from './RectificationsScreen.module.css'
import { GROUPS, type Group, type ListParams } from './task-filter.ts'

const TYPING_PAUSE_MS = 250

interface TaskFiltersProps {
  list: ListParams
  zones: { value: string; label: string }[]
  itemName: string | undefined
  isNarrow: boolean
  searchField: RefObject<InputRef | null>
  onChange: (change: Partial<ListParams>) => void
}

export function TaskFilters({ list, zones, itemName, isNarrow, searchField, onChange }: TaskFiltersProps) {
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
      {!isNarrow && (
        <>
          <Select
            className={styles.select ?? ''}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            value={list.zone ?? null}
            placeholder={t('rectifications.filters.zone')}
            aria-label={t('rectifications.filters.zone')}
            options={zones}
            onChange={(zone) => onChange({ zone: zone ?? undefined })}
          />
          <Select
            className={styles.select ?? ''}
            allowClear
            popupMatchSelectWidth={false}
            value={list.source ?? null}
            placeholder={t('rectifications.filters.source')}
            aria-label={t('rectifications.filters.source')}
            options={SOURCES.map((value) => ({ value, label: t(`rectifications.sources.${value}`) }))}
            onChange={(source) => onChange({ source: source ?? undefined })}
          />
          <DatePicker.RangePicker
            className={styles.dates ?? ''}
            allowEmpty={[true, true]}
            placeholder={[t('rectifications.filters.from'), t('rectifications.filters.to')]}
            aria-label={t('rectifications.filters.from')}
            value={[list.from ? dayjs(list.from) : null, list.to ? dayjs(list.to) : null]}
            onChange={(days) =>
              onChange({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })
            }
          />
        </>
      )}
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
