import type { Notice } from '../../../shared/contract/notices.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import styles from './Notices.module.css'
import { STATE_TONES, stateOf } from './notice-words.ts'

export function noticeColumns(t: Translate, today: string): QueryColumn<Notice>[] {
  return [
    {
      key: 'name',
      title: t('notices.list.name'),
      isFixedIn: true,
      render: (_, { title }) => <span className={styles.name}>{title}</span>,
    },
    { key: 'source', title: t('notices.list.source'), render: (_, { source }) => source },
    { key: 'receivedOn', title: t('notices.list.receivedOn'), render: (_, { receivedOn }) => receivedOn },
    { key: 'passBy', title: t('notices.list.passBy'), render: (_, { passBy }) => passBy },
    {
      key: 'known',
      title: t('notices.list.known'),
      align: 'right',
      render: (_, { knownBy, staffCount }) => `${knownBy}/${staffCount}`,
    },
    {
      key: 'state',
      title: t('notices.list.state'),
      render: (_, notice) => {
        const state = stateOf(notice, today)
        return <StatusTag tone={STATE_TONES[state]}>{t(`notices.state.${state}`)}</StatusTag>
      },
    },
  ]
}
