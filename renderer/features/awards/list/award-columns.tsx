import type { Award } from '../../../../shared/contract/awards.ts'
import type { Translate } from '../../../../shared/messages/message-key.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import type { QueryColumn } from '../../../ui/table/query-column.ts'
import styles from '../Awards.module.css'
import { nomineeText, periodText, STATE_TONES } from '../award-words.ts'
import type { AwardWords } from '../use-award-words.ts'

export function awardColumns(t: Translate, words: AwardWords, outlet: string, today: string): QueryColumn<Award>[] {
  return [
    {
      key: 'no',
      title: t('awardViews.list.no'),
      render: (_, { no }) => <span className={styles.number}>{no ?? t('awardViews.state.draft')}</span>,
    },
    {
      key: 'kind',
      title: t('awardViews.list.kind'),
      isFixedIn: true,
      render: (_, { kind }) => <span className={styles.name}>{words.kind(kind)}</span>,
    },
    {
      key: 'nominee',
      title: t('awardViews.list.nominee'),
      isFixedIn: true,
      render: (_, { nominee }) => {
        const text = nomineeText(nominee, outlet, t('awards.listJoin'))
        return (
          <span className={styles.nominee} title={text}>
            {text}
          </span>
        )
      },
    },
    {
      key: 'reason',
      title: t('awardViews.list.reason'),
      render: (_, { reason }) => <span className={styles.reason}>{reason}</span>,
    },
    {
      key: 'period',
      title: t('awardViews.list.period'),
      render: (_, award) => <span className={styles.number}>{periodText(award)}</span>,
    },
    {
      key: 'nominator',
      title: t('awardViews.list.nominator'),
      render: (_, { nominator }) => nominator.name,
    },
    {
      key: 'state',
      title: t('awardViews.list.state'),
      isFixedIn: true,
      render: (_, { state, waitsForMe }) => (
        <span className={styles.state}>
          <StatusTag tone={STATE_TONES[state]}>{t(`awardViews.state.${state}`)}</StatusTag>
          {waitsForMe && <StatusTag tone="red">{t('awardViews.waits')}</StatusTag>}
        </span>
      ),
    },
    {
      key: 'day',
      title: t('awardViews.list.day'),
      render: (_, { state, grantedOn, publicityUntil }) => (
        <span className={styles.number}>
          {grantedOn ??
            (state === 'publicised' && publicityUntil !== null && publicityUntil >= today
              ? t('awardViews.list.until', { day: publicityUntil })
              : '')}
        </span>
      ),
    },
  ]
}
