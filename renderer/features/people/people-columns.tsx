import type { Person } from '../../../shared/contract/people.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { ALL_POSTS } from '../../../shared/roles.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import { certificateState } from './certificate-state.ts'
import styles from './PeoplePage.module.css'

export function peopleColumns(t: Translate, today: string): QueryColumn<Person>[] {
  return [
    {
      key: 'name',
      title: t('people.list.name'),
      isFixedIn: true,
      sorter: (a, b) => a.pinyin.localeCompare(b.pinyin),
      render: (_, person) => (
        <span className={styles.person}>
          <Avatar name={person.name} size={24} />
          {person.name}
          {!person.isActive && <StatusTag>{t('people.list.stateInactive')}</StatusTag>}
        </span>
      ),
    },
    {
      key: 'staffNo',
      title: t('people.list.staffNo'),
      dataIndex: 'staffNo',
      sorter: (a, b) => (a.staffNo ?? '').localeCompare(b.staffNo ?? ''),
    },
    {
      key: 'post',
      title: t('people.list.post'),
      sorter: (a, b) => ALL_POSTS.indexOf(a.post) - ALL_POSTS.indexOf(b.post),
      render: (_, person) => t(`posts.${person.post}`),
    },
    {
      key: 'duties',
      title: t('people.list.duties'),
      render: (_, person) => (
        <span className={styles.tags}>
          {person.duties.map((duty) => (
            <StatusTag key={duty}>{t(`duties.${duty}`)}</StatusTag>
          ))}
        </span>
      ),
    },
    {
      key: 'joinedOn',
      title: t('people.list.joinedOn'),
      sorter: (a, b) => (a.joinedOn ?? '').localeCompare(b.joinedOn ?? ''),
      render: (_, { joinedOn }) => joinedOn ?? '',
    },
    {
      key: 'certificateValidTo',
      title: t('people.list.certificateValidTo'),
      sorter: (a, b) => (a.certificateValidTo ?? '').localeCompare(b.certificateValidTo ?? ''),
      render: (_, person) => <Certificate validTo={person.certificateValidTo} today={today} t={t} />,
    },
    {
      key: 'pin',
      title: t('people.list.pinState'),
      render: (_, person) => t(person.hasPin ? 'people.list.pinSet' : 'people.list.pinMissing'),
    },
    {
      key: 'role',
      title: t('people.list.role'),
      isHiddenAtFirst: true,
      render: (_, person) => t(`roles.${person.role}`),
    },
  ]
}

function Certificate({ validTo, today, t }: { validTo: string | null; today: string; t: Translate }) {
  const state = certificateState(validTo, today)
  return (
    <span className={styles.tags}>
      {validTo}
      {state.kind === 'soon' && (
        <StatusTag tone="amber">{t('people.list.certificateSoon', { days: state.days })}</StatusTag>
      )}
      {state.kind === 'expired' && <StatusTag tone="red">{t('people.list.certificateExpired')}</StatusTag>}
    </span>
  )
}
