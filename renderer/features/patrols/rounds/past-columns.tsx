import { ROUND_IDS } from '../../../../shared/contract/checklists.ts'
import type { PatrolSummary } from '../../../../shared/contract/patrols.ts'
import type { Translate } from '../../../../shared/messages/message-key.ts'
import { formatInstant, formatTime } from '../../../app/formats.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import type { QueryColumn } from '../../../ui/table/query-column.ts'
import { formatRate, roundTitle, STATE_TONES } from '../wording.ts'
import styles from './RoundsPage.module.css'

const byNumber = (read: (patrol: PatrolSummary) => number | null) => (a: PatrolSummary, b: PatrolSummary) =>
  (read(a) ?? -1) - (read(b) ?? -1)

export function pastColumns(t: Translate, zone: string): QueryColumn<PatrolSummary>[] {
  const rate = (key: 'completion' | 'passRate'): QueryColumn<PatrolSummary> => ({
    key,
    title: t(`patrols.list.${key}`),
    align: 'right',
    sorter: byNumber(({ figures }) => figures[key]),
    render: (_, { figures }) => formatRate(figures[key]),
  })
  const count = (key: 'fails' | 'fixed' | 'notSeen', of: 'fail' | 'fixed' | 'notSeen'): QueryColumn<PatrolSummary> => ({
    key,
    title: t(`patrols.list.${key}`),
    align: 'right',
    sorter: byNumber(({ figures }) => figures[of]),
    render: (_, { figures, openedAt }) => (openedAt === null ? '' : figures[of]),
  })
  return [
    {
      key: 'on',
      title: t('patrols.list.date'),
      dataIndex: 'on',
      isFixedIn: true,
      sorter: (a, b) => a.on.localeCompare(b.on),
    },
    {
      key: 'round',
      title: t('patrols.list.round'),
      isFixedIn: true,
      sorter: (a, b) => ROUND_IDS.indexOf(a.round) - ROUND_IDS.indexOf(b.round),
      render: (_, patrol) => roundTitle(patrol, t),
    },
    {
      key: 'state',
      title: t('patrols.list.state'),
      render: (_, { state, isLateEntry, kind }) => (
        <span className={styles.tags}>
          <StatusTag tone={STATE_TONES[state]}>{t(`patrols.states.${state}`)}</StatusTag>
          {isLateEntry && <StatusTag tone="amber">{t('patrols.lateEntry')}</StatusTag>}
          {kind === 'import' && <StatusTag>{t('patrols.kinds.import')}</StatusTag>}
        </span>
      ),
    },
    { key: 'who', title: t('patrols.list.who'), render: (_, patrol) => whoOf(patrol) },
    {
      key: 'submittedAt',
      title: t('patrols.list.submittedAt'),
      render: (_, { submittedAt }) => (submittedAt === null ? '' : formatTime(submittedAt, zone)),
    },
    {
      key: 'due',
      title: t('patrols.list.due'),
      align: 'right',
      render: (_, { figures, openedAt }) => (openedAt === null ? '' : figures.due),
    },
    rate('completion'),
    rate('passRate'),
    count('fails', 'fail'),
    count('fixed', 'fixed'),
    count('notSeen', 'notSeen'),
    {
      key: 'score',
      title: t('patrols.list.score'),
      align: 'right',
      sorter: byNumber(({ figures }) => figures.score),
      render: (_, { figures }) => (figures.score === null ? '—' : figures.score.toFixed(1)),
    },
  ]
}

/** The same columns as cells of a file. */
export function pastRow(patrol: PatrolSummary, t: Translate, zone: string): (string | number)[] {
  const { figures, submittedAt, state, isLateEntry } = patrol
  return [
    patrol.on,
    roundTitle(patrol, t),
    [t(`patrols.states.${state}`), isLateEntry ? t('patrols.lateEntry') : ''].filter(Boolean).join(' '),
    whoOf(patrol),
    submittedAt === null ? '' : formatInstant(submittedAt, zone),
    figures.due,
    formatRate(figures.completion),
    formatRate(figures.passRate),
    figures.fail,
    figures.fixed,
    figures.notSeen,
    figures.score === null ? '' : Math.round(figures.score * 10) / 10,
  ]
}

function whoOf({ walkedBy }: PatrolSummary): string {
  return walkedBy?.name ?? ''
}
