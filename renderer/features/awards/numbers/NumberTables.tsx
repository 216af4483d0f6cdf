import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { AwardFigures } from '../../../../shared/contract/award-figures.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { useSaveTable } from '../../../ui/table/use-save-table.ts'
import styles from './Numbers.module.css'

type Cell = string | number

interface CountTableProps {
  title: string
  head: string[]
  rows: { id: string; cells: Cell[] }[]
  extra?: ReactNode
}

/** The rows as they are, and as a workbook or CSV. */
function CountTable({ title, head, rows, extra }: CountTableProps) {
  const t = useTranslate()
  const saving = useSaveTable(() => ({ title, head, rows: rows.map(({ cells }) => cells) }))
  return (
    <Panel title={title} extra={extra}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th key={name} scope="col" data-number={typeof rows[0]?.cells[column] === 'number' || undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, column) => (
                <td key={head[column] ?? ''} data-number={typeof cell === 'number' || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.saving}>
        <Button type="text" size="small" loading={saving.isSaving} onClick={saving.save}>
          {t('awardNumbers.save')}
        </Button>
        <Button type="text" size="small" disabled={saving.isSaving} onClick={saving.saveCsv}>
          {t('awardNumbers.saveCsv')}
        </Button>
      </div>
    </Panel>
  )
}

export function PostsTable({ posts }: Pick<AwardFigures, 'posts'>) {
  const t = useTranslate()
  return (
    <CountTable
      title={t('awardNumbers.posts')}
      head={[
        t('awardNumbers.post'),
        t('awardNumbers.people'),
        t('awardNumbers.recognised'),
        t('awardNumbers.thanks'),
        t('awardNumbers.awards'),
      ]}
      rows={posts.map(({ post, people, recognised, thanks, awards }) => ({
        id: post,
        cells: [t(`posts.${post}`), people, recognised, thanks, awards],
      }))}
    />
  )
}

/** In the order of the staff list: a table, not a league. */
export function PeopleTable({ people, extra }: { people: NonNullable<AwardFigures['people']>; extra: ReactNode }) {
  const t = useTranslate()
  return (
    <CountTable
      title={t('awardNumbers.byPerson')}
      extra={extra}
      head={[t('awardNumbers.person'), t('awardNumbers.post'), t('awardNumbers.thanks'), t('awardNumbers.awards')]}
      rows={people.map(({ person, post, thanks, awards }) => ({
        id: person.uid,
        cells: [person.name, t(`posts.${post}`), thanks, awards],
      }))}
    />
  )
}
