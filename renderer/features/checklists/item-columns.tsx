import { Checkbox, Switch } from 'antd'
import { type Checklist, type ChecklistItem, ROUND_IDS } from '../../../shared/contract/checklists.ts'
import { SEVERITY_TONES } from '../../app/severity-tones.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import styles from './Checklists.module.css'
import type { ChecklistWords } from './use-words.ts'
import { cadenceText } from './wording-facts.ts'

export interface ItemMarks {
  mayEdit: boolean
  marked: ReadonlySet<string>
  onMark: (id: string) => void
  onSwitch: (item: ChecklistItem) => void
}

/** `3.12`: third zone of the walk, twelfth item. */
export function numberOf(item: ChecklistItem, zones: Checklist['zones']): string {
  return `${zones.find(({ id }) => id === item.zone)?.order ?? '–'}.${item.order}`
}

export function itemColumns(
  words: ChecklistWords,
  zones: Checklist['zones'],
  { mayEdit, marked, onMark, onSwitch }: ItemMarks,
): QueryColumn<ChecklistItem>[] {
  const { t } = words
  const nameOf = (item: ChecklistItem) => words.pick(item.zh, item.en)
  const columns: QueryColumn<ChecklistItem>[] = [
    {
      key: 'mark',
      title: '',
      isFixedIn: true,
      width: 36,
      className: styles.markCell ?? '',
      render: (_, item) => (
        <Checkbox
          tabIndex={-1}
          checked={marked.has(item.id)}
          aria-label={t('checklists.batch.choose', { item: nameOf(item) })}
          onClick={(event) => event.stopPropagation()}
          onChange={() => onMark(item.id)}
        />
      ),
    },
    {
      key: 'number',
      title: t('checklists.table.number'),
      isFixedIn: true,
      width: 52,
      className: styles.number ?? '',
      render: (_, item) => numberOf(item, zones),
    },
    {
      key: 'item',
      title: t('checklists.table.item'),
      isFixedIn: true,
      render: (_, item) => (
        <span className={styles.wording}>
          <span className={styles.clip} title={nameOf(item)}>
            {nameOf(item)}
          </span>
          {item.isOwn && <StatusTag tone="blue">{t('checklists.table.own')}</StatusTag>}
        </span>
      ),
    },
    {
      key: 'severity',
      title: t('checklists.editor.severity'),
      width: 64,
      render: (_, item) => (
        <StatusTag tone={SEVERITY_TONES[item.severity]}>{t(`checklists.severity.${item.severity}`)}</StatusTag>
      ),
    },
    {
      key: 'rounds',
      title: t('checklists.editor.rounds'),
      width: 110,
      render: (_, item) => <RoundMarks item={item} words={words} />,
    },
    {
      key: 'cadence',
      title: t('checklists.editor.cadence'),
      width: 80,
      className: styles.oneLine ?? '',
      render: (_, item) => cadenceText(item, words),
    },
    {
      key: 'owner',
      title: t('checklists.table.owner'),
      width: 96,
      className: styles.owner ?? '',
      render: (_, item) => t(`checklists.owner.${item.default_owner_role}`),
    },
    {
      key: 'due',
      title: t('checklists.table.due'),
      width: 72,
      className: styles.oneLine ?? '',
      render: (_, item) => t('checklists.hours', { count: item.default_due_hours }),
    },
    {
      key: 'photo',
      title: t('checklists.table.photo'),
      width: 52,
      render: (_, item) => <YesDot isYes={item.photo_on_fail} words={words} />,
    },
    {
      key: 'core',
      title: t('checklists.table.core'),
      width: 52,
      render: (_, item) => <YesDot isYes={item.core} words={words} />,
    },
    {
      key: 'kind',
      title: t('checklists.editor.kind'),
      width: 72,
      isHiddenAtFirst: true,
      render: (_, item) => t(`checklists.kind.${item.kind}`),
    },
    {
      key: 'on',
      title: t('checklists.table.isOn'),
      isFixedIn: true,
      fixed: 'end',
      width: 56,
      render: (_, item) => (
        <Switch
          size="small"
          tabIndex={-1}
          checked={item.isOn}
          disabled={!mayEdit}
          aria-label={t('checklists.table.onFor', { item: nameOf(item) })}
          onClick={(_isOn, event) => {
            event.stopPropagation()
            onSwitch(item)
          }}
        />
      ),
    },
  ]
  return mayEdit ? columns : columns.filter(({ key }) => key !== 'mark')
}

/** All five rounds in their order, those asked filled: a column reads like a timetable. */
function RoundMarks({ item, words: { t } }: { item: ChecklistItem; words: ChecklistWords }) {
  const names = item.rounds.map((round) => t(`checklists.round.${round}`)).join(' ')
  return (
    <span className={styles.rounds} role="img" aria-label={names} title={names}>
      {ROUND_IDS.map((round) => (
        <i key={round} data-asked={item.rounds.includes(round) || undefined}>
          {t(`checklists.roundShort.${round}`)}
        </i>
      ))}
    </span>
  )
}

function YesDot({ isYes, words: { t } }: { isYes: boolean; words: ChecklistWords }) {
  const text = t(isYes ? 'checklists.yes' : 'checklists.no')
  return (
    <span className={isYes ? undefined : 'faint'} role="img" aria-label={text}>
      {isYes ? '●' : '–'}
    </span>
  )
}
