import { Input, type InputRef, Select } from 'antd'
import type { RefObject } from 'react'
import { useStore } from 'zustand'
import { ROUND_IDS, SEVERITIES } from '../../../shared/contract/checklists.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './Checklists.module.css'
import { type ChecklistFilter, checklistFilterStore } from './checklist-filter-store.ts'

export function ChecklistFilters({ search }: { search: RefObject<InputRef | null> }) {
  const t = useTranslate()
  const filter = useStore(checklistFilterStore)
  const kinds = (['hardware', 'software'] as const).map((kind) => ({
    value: kind,
    label: t(`checklists.kind.${kind}`),
  }))
  return (
    <>
      <Input
        ref={search}
        className={styles.search ?? ''}
        allowClear
        value={filter.query}
        placeholder={t('checklists.table.search')}
        aria-label={t('checklists.table.search')}
        onChange={(event) => checklistFilterStore.setState({ query: event.target.value })}
      />
      <Choice
        name="round"
        label={t('checklists.editor.rounds')}
        options={ROUND_IDS.map((round) => ({ value: round, label: t(`checklists.round.${round}`) }))}
      />
      <Choice
        name="severity"
        label={t('checklists.editor.severity')}
        options={SEVERITIES.map((one) => ({ value: one, label: t(`checklists.severity.${one}`) }))}
      />
      <Choice name="kind" label={t('checklists.editor.kind')} options={kinds} />
      <Choice
        name="source"
        label={t('checklists.table.source')}
        options={[
          { value: 'core', label: t('checklists.table.coreOnly') },
          { value: 'standard', label: t('checklists.table.sourceStandard') },
          { value: 'own', label: t('checklists.table.sourceOwn') },
        ]}
      />
      <Choice
        name="state"
        label={t('checklists.table.state')}
        options={[
          { value: 'on', label: t('checklists.table.stateOn') },
          { value: 'off', label: t('checklists.table.stateOff') },
        ]}
      />
    </>
  )
}

function Choice<Name extends 'round' | 'severity' | 'kind' | 'source' | 'state'>({
  name,
  label,
  options,
}: {
  name: Name
  label: string
  options: { value: NonNullable<ChecklistFilter[Name]>; label: string }[]
}) {
  const value = useStore(checklistFilterStore, (filter) => filter[name])
  return (
    <Select
      allowClear
      style={{ width: 96 }}
      popupMatchSelectWidth={false}
      value={value ?? null}
      placeholder={label}
      aria-label={label}
      options={options}
      onChange={(chosen) => checklistFilterStore.setState({ [name]: chosen ?? undefined })}
    />
  )
}
