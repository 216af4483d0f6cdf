import type { Person } from '../../../shared/contract/people.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import styles from './PeoplePage.module.css'

export function visitorColumns(t: Translate, today: string): QueryColumn<Person>[] {
  return [
    {
      key: 'name',
      title: t('people.list.name'),
      isFixedIn: true,
      sorter: (a, b) => a.pinyin.localeCompare(b.pinyin),
      render: (_, { name }) => (
        <span className={styles.person}>
          <Avatar name={name} size={24} />
          {name}
        </span>
      ),
    },
    { key: 'kind', title: t('people.visitors.kind'), render: (_, { post }) => t(`posts.${post}`) },
    { key: 'unit', title: t('people.visitors.unit'), render: (_, { unit }) => unit ?? '' },
    {
      key: 'validUntil',
      title: t('people.visitors.validUntil'),
      sorter: (a, b) => (a.validUntil ?? '').localeCompare(b.validUntil ?? ''),
      render: (_, { validUntil }) => validUntil ?? <span className="faint">{t('people.visitors.forever')}</span>,
    },
    { key: 'state', title: t('people.list.state'), render: (_, visitor) => t(stateOf(visitor, today)) },
    {
      key: 'pin',
      title: t('people.list.pinState'),
      render: (_, { hasPin }) => t(hasPin ? 'people.list.pinSet' : 'people.list.pinMissing'),
    },
  ]
}

function stateOf({ isActive, validUntil }: Person, today: string) {
  if (!isActive) return 'people.list.stateInactive'
  return validUntil !== null && validUntil < today ? 'people.visitors.over' : 'people.visitors.active'
}
