import { Button } from 'antd'
import type { ImportProblem } from '../../../shared/contract/imports.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './ImportsScreen.module.css'
import type { ReviewSideProps } from './ReviewSide.tsx'
import { sentenceOf } from './ReviewTable.tsx'

const SHOWN = 150
const KEEPABLE: readonly ImportProblem['kind'][] = ['duplicate-person', 'duplicate-task', 'duplicate-answer']
/** Said about rows that hold no record; there is nothing to decide. */
const PLAIN: readonly ImportProblem['kind'][] = [
  'total-row-ignored',
  'repeated-header-ignored',
  'sample-row-ignored',
  'row-not-understood',
]

/** Decided once for all rows under the words. */
const WORDS: readonly ImportProblem['kind'][] = ['unknown-person', 'unknown-item', 'unknown-post']

export function plainProblems(problems: readonly ImportProblem[]): ImportProblem[] {
  return problems.filter(({ kind }) => !WORDS.includes(kind))
}

export function ProblemList({ preview, decisions, onFix, onToggle }: ReviewSideProps) {
  const t = useTranslate()
  const sorted = plainProblems(preview.problems).sort(
    (a, b) => Number(b.blocking) - Number(a.blocking) || a.row - b.row,
  )
  const leftOut = decisions.leftOut ?? []
  if (sorted.length === 0 && leftOut.length === 0) return <p className="muted">{t('imports.wizard.noProblems')}</p>
  return (
    <>
      <ul className={styles.problems}>
        {leftOut.map((row) => (
          <li key={`out-${row}`}>
            <ProblemHead row={row} />
            <div className="muted">{t('imports.problem.left-out')}</div>
            <Button size="small" onClick={() => onToggle('leftOut', row)}>
              {t('imports.wizard.takeBack')}
            </Button>
          </li>
        ))}
        {sorted.slice(0, SHOWN).map((problem, index) => {
          const { row, field, fix, kind } = problem
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same problem twice
            <li key={`${row}/${kind}/${index}`} data-tone={problem.blocking ? 'red' : undefined}>
              <ProblemHead row={row} column={problem.column} field={field} />
              <div>{sentenceOf(problem, t)}</div>
              <div className={styles.problemActions}>
                {fix !== undefined && field && kind !== 'number-lost-leading-zeros' && (
                  <Button size="small" onClick={() => onFix(row, field, fix)}>
                    {t('imports.wizard.useFix', { value: fix })}
                  </Button>
                )}
                {KEEPABLE.includes(kind) && (
                  <Button size="small" onClick={() => onToggle('kept', row)}>
                    {t(decisions.kept?.includes(row) ? 'imports.wizard.unkeep' : 'imports.wizard.keep')}
                  </Button>
                )}
                {row > 0 && !PLAIN.includes(kind) && !KEEPABLE.includes(kind) && (
                  <Button size="small" type="text" onClick={() => onToggle('leftOut', row)}>
                    {t('imports.wizard.leaveOut')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {sorted.length > SHOWN && (
        <p className="faint">{t('imports.wizard.moreProblems', { count: sorted.length - SHOWN })}</p>
      )}
    </>
  )
}

/** Leads to the row in the table. */
function ProblemHead({ row, column, field }: { row: number; column?: string | undefined; field?: string | undefined }) {
  const t = useTranslate()
  return (
    <button
      type="button"
      className={styles.problemHead}
      onClick={() => {
        const inRow = [...document.querySelectorAll<HTMLElement>(`td[data-place^="${row}/"]`)]
        const cell = inRow.find(({ dataset }) => dataset.field === field) ?? inRow[0]
        cell?.scrollIntoView({ block: 'center', inline: 'center' })
        cell?.focus()
      }}
    >
      {[t('imports.wizard.problemAt', { row }), column].filter(Boolean).join(' · ')}
    </button>
  )
}
