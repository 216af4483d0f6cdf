import type { ChecklistItem } from '../../../shared/contract/checklists.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'

interface ChecklistKeys {
  mayEdit: boolean
  rows: readonly ChecklistItem[]
  onSearch: () => void
  onAdd: () => void
  onAddZone: () => void
  onSwitch: (item: ChecklistItem) => void
  onMark: (item: ChecklistItem) => void
  onRounds: () => void
  onExport: () => void
  onImport: () => void
}

/** The row that has the focus: the cursor of the table. */
function focusedRow(): HTMLElement | null | undefined {
  return document.activeElement?.closest<HTMLElement>('tr[data-row-key]')
}

function focusFirstRow(): void {
  document.querySelector<HTMLElement>('#main tr[data-row-key]')?.focus()
}

/** Commands and key hints of the checklist editor. */
export function useChecklistKeys(keys: ChecklistKeys): void {
  const t = useTranslate()
  const { mayEdit, rows } = keys
  const atRow = (act: (item: ChecklistItem) => void) => {
    const item = rows.find(({ id }) => id === focusedRow()?.dataset.rowKey)
    if (item) act(item)
  }
  const whenEditing = () => mayEdit
  const onRow = () => mayEdit && Boolean(focusedRow())
  const notOnRow = () => !focusedRow()

  useCommands([
    { id: 'checklist-add', key: 'checklists.commands.addItem', shortcut: 'A', when: whenEditing, run: keys.onAdd },
    { id: 'checklist-add-zone', key: 'checklists.commands.addZone', when: whenEditing, run: keys.onAddZone },
    { id: 'checklist-rounds', key: 'checklists.commands.roundTimes', run: keys.onRounds },
    { id: 'checklist-export', key: 'checklists.commands.exportFile', run: keys.onExport },
    { id: 'checklist-import', key: 'checklists.commands.importFile', when: whenEditing, run: keys.onImport },
    { id: 'checklist-search', key: 'common.search', shortcut: '/', isKeyOnly: true, run: keys.onSearch },
    {
      id: 'checklist-switch',
      key: 'checklists.commands.switchItem',
      shortcut: 'Space',
      isKeyOnly: true,
      when: onRow,
      run: () => atRow(keys.onSwitch),
    },
    {
      id: 'checklist-mark',
      key: 'checklists.commands.markItem',
      shortcut: 'X',
      isKeyOnly: true,
      when: onRow,
      run: () => atRow(keys.onMark),
    },
    {
      id: 'checklist-first',
      key: 'checklists.commands.firstRow',
      shortcut: 'Down',
      isKeyOnly: true,
      when: notOnRow,
      run: focusFirstRow,
    },
  ])
  const hints = [
    { keys: ['Up', 'Down'], text: t('checklists.hints.move') },
    { keys: ['Enter'], text: t('checklists.hints.edit') },
    ...(mayEdit
      ? [
          { keys: ['Space'], text: t('checklists.hints.switch') },
          { keys: ['X'], text: t('checklists.hints.mark') },
          { keys: ['A'], text: t('checklists.hints.add') },
        ]
      : []),
    { keys: ['/'], text: t('checklists.hints.search') },
  ]
  useKeyHints(hints, mayEdit ? undefined : t('checklists.readOnly'))
}
