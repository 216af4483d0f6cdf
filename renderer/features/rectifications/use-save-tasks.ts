import type { z } from 'zod'
import type { TaskFilter } from '../../../shared/contract/rectification-lists.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useClient } from '../../services/use-client.ts'
import { useSaveTable } from '../../ui/table/use-save-table.ts'
import { ownerName } from './task-labels.ts'

const AT_ONCE = 500

/** Everything the filter finds, not only the page on screen. */
export function useSaveTasks(filter: z.input<typeof TaskFilter>, zoneName: (id: string | null) => string) {
  const t = useTranslate()
  const client = useClient()
  const { zone, today } = useSignedIn()

  async function collect(): Promise<Rectification[]> {
    const all: Rectification[] = []
    for (;;) {
      const { tasks, total } = await client.rectifications.list({ ...filter, limit: AT_ONCE, offset: all.length })
      all.push(...tasks)
      if (tasks.length === 0 || all.length >= total) return all
    }
  }

  const columns: [string, (task: Rectification) => string | number][] = [
    [t('rectifications.columns.no'), ({ no }) => no],
    [t('rectifications.columns.severity'), ({ severity }) => t(`rectifications.severities.${severity}`)],
    [t('rectifications.columns.task'), ({ description }) => description],
    [t('rectifications.columns.zone'), (task) => zoneName(task.zone)],
    [t('rectifications.columns.source'), ({ source }) => t(`rectifications.sources.${source}`)],
    [t('rectifications.columns.found'), ({ foundAt }) => formatInstant(foundAt, zone)],
    [t('rectifications.columns.occurrence'), ({ occurrence }) => occurrence],
    [t('rectifications.columns.owner'), ({ owner }) => ownerName(owner, t)],
    [t('rectifications.columns.due'), ({ dueAt }) => formatInstant(dueAt, zone)],
    [t('rectifications.columns.state'), ({ state }) => t(`rectifications.states.${state}`)],
    [t('rectifications.columns.done'), ({ doneAt }) => (doneAt === null ? '' : formatInstant(doneAt, zone))],
    [t('rectifications.columns.measure'), ({ measure }) => measure ?? ''],
    [t('rectifications.columns.verifier'), ({ verifier }) => verifier ?? ''],
  ]

  return useSaveTable(async () => {
    const tasks = await collect()
    return {
      title: `${t('rectifications.exportFile')} ${today}`,
      head: columns.map(([header]) => header),
      rows: tasks.map((task) => columns.map(([, read]) => read(task))),
      notice: t('rectifications.exported', { count: tasks.length }),
    }
  })
}
