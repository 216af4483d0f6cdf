import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Rectification, TaskFilter } from '../../../shared/contract/rectifications.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { saveFile } from '../../services/save-file.ts'
import { useClient } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import { csvOf } from './csv.ts'
import { ownerName } from './task-labels.ts'

const AT_ONCE = 500

/** Everything the filter finds, not only the page on screen. */
export function useExport(filter: z.input<typeof TaskFilter>, zoneName: (id: string | null) => string) {
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

  const columns: [string, (task: Rectification) => string][] = [
    [t('rectifications.columns.no'), ({ no }) => no],
    [t('rectifications.columns.severity'), ({ severity }) => t(`rectifications.severities.${severity}`)],
    [t('rectifications.columns.task'), ({ description }) => description],
    [t('rectifications.columns.zone'), (task) => zoneName(task.zone)],
    [t('rectifications.columns.source'), ({ source }) => t(`rectifications.sources.${source}`)],
    [t('rectifications.columns.found'), ({ foundAt }) => formatInstant(foundAt, zone)],
    [t('rectifications.columns.occurrence'), ({ occurrence }) => String(occurrence)],
    [t('rectifications.columns.owner'), ({ owner }) => ownerName(owner, t)],
    [t('rectifications.columns.due'), ({ dueAt }) => formatInstant(dueAt, zone)],
    [t('rectifications.columns.state'), ({ state }) => t(`rectifications.states.${state}`)],
    [t('rectifications.columns.done'), ({ doneAt }) => (doneAt === null ? '' : formatInstant(doneAt, zone))],
    [t('rectifications.columns.measure'), ({ measure }) => measure ?? ''],
    [t('rectifications.columns.verifier'), ({ verifier }) => verifier ?? ''],
  ]

  const exporting = useMutation({
    mutationFn: collect,
    onSuccess(tasks) {
      const text = csvOf(
        columns.map(([header]) => header),
        tasks.map((task) => columns.map(([, read]) => read(task))),
      )
      saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${t('rectifications.exportFile')}-${today}.csv`)
      notify({ tone: 'done', text: t('rectifications.exported', { count: tasks.length }) })
    },
  })
  return { run: () => exporting.mutate(), isBusy: exporting.isPending }
}
