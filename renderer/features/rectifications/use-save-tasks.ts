import type { z } from 'zod'
import type { TaskFilter } from '../../../shared/contract/rectification-lists.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { formatInstant } from '../../app/formats.ts'
import { preferences } from '../../app/preferences-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { taskText } from '../../app/task-text.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useClient } from '../../services/use-client.ts'
import { type QueryColumn, shownColumns } from '../../ui/table/query-column.ts'
import { useSaveTable } from '../../ui/table/use-save-table.ts'
import { ownerName } from './task-labels.ts'

const AT_ONCE = 500

/** Names the list in what this machine remembers. */
export const TABLE_ID = 'rectifications'

interface Shown {
  filter: z.input<typeof TaskFilter>
  columns: readonly QueryColumn<Rectification>[]
  zoneName: (id: string | null) => string
  causeName: (id: string) => string
}

/** What is shown, in its columns and its order: everything the filter finds, not only what is on screen. */
export function useSaveTasks({ filter, columns, zoneName, causeName }: Shown) {
  const t = useTranslate()
  const client = useClient()
  const language = useLanguage()
  const { zone, today } = useSignedIn()

  async function collect(): Promise<Rectification[]> {
    const all: Rectification[] = []
    for (;;) {
      const { tasks, total } = await client.rectifications.list({ ...filter, limit: AT_ONCE, offset: all.length })
      all.push(...tasks)
      if (tasks.length === 0 || all.length >= total) return all
    }
  }

  const cells: Record<string, (task: Rectification) => string | number> = {
    no: ({ no }) => no,
    severity: ({ severity }) => t(`rectifications.severities.${severity}`),
    task: (task) => {
      const { what, note } = taskText(task, language)
      return [what, note].filter(Boolean).join(' · ')
    },
    zone: (task) => zoneName(task.zone),
    source: ({ source }) => t(`rectifications.sources.${source}`),
    found: ({ foundAt }) => formatInstant(foundAt, zone),
    occurrence: ({ occurrence }) => occurrence,
    owner: ({ owner }) => ownerName(owner, t),
    due: ({ dueAt }) => formatInstant(dueAt, zone),
    state: ({ state }) => t(`rectifications.states.${state}`),
    cause: ({ cause }) => (cause === null ? '' : causeName(cause)),
    done: ({ doneAt }) => (doneAt === null ? '' : formatInstant(doneAt, zone)),
    measure: ({ measure }) => measure ?? '',
    verifier: ({ verifier }) => verifier ?? '',
  }

  return useSaveTable(async () => {
    const tasks = await collect()
    const shown = shownColumns(columns, preferences.getState().hiddenColumns[TABLE_ID]).flatMap(({ key, title }) => {
      const read = cells[String(key)]
      return read ? [{ title: String(title), read }] : []
    })
    return {
      title: `${t('rectifications.exportFile')} ${today}`,
      head: shown.map(({ title }) => title),
      rows: tasks.map((task) => shown.map(({ read }) => read(task))),
      notice: t('rectifications.exported', { count: tasks.length }),
    }
  })
}
