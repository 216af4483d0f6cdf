import { Button } from 'antd'
import type { ImportProblem } from '../../../shared/contract/imports.ts'
import { PAGE } from '../../../shared/domain/imports/page-sizes.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './ImportsScreen.module.css'
import { Pages } from './Pages.tsx'
import type { ReviewSideProps } from './ReviewSide.tsx'
import { sentenceOf } from './row-problems.ts'

const KEEPABLE: readonly ImportProblem['kind'][] = ['duplicate-person', 'duplicate-task', 'duplicate-answer']
/** Said about rows that hold no record; there is nothing to decide. */
const PLAIN: readonly ImportProblem['kind'][] = [
  'total-row-ignored',
  'repeated-header-ignored',
  'sample-row-ignored',
  'row-not-understood',
]

export function ProblemList(props: ReviewSideProps) {
  const { preview, decisions, problemsFrom, onFix, onToggle, onProblems, onJump } = props
  const { problems, problemCount } = preview
  const t = useTranslate()
  const leftOut = decisions.leftOut ?? []
  if (problemCount === 0 && leftOut.length === 0) return <p className="muted">{t('imports.wizard.noProblems')}</p>
  return (
    <>
      <ul className={styles.problems}>
        {(problemsFrom === 0 ? leftOut : []).map((row) => (
          <li key={`out-${row}`}>
            <ProblemHead row={row} onJump={onJump} />
            <div className="muted">{t('imports.problem.left-out')}</div>
            <Button size="small" onClick={() => onToggle('leftOut', row)}>
              {t('imports.wizard.takeBack')}
            </Button>
          </li>
        ))}
        {problems.map((problem, index) => {
          const { row, field, fix, kind } = problem
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same problem twice
            <li key={`${row}/${kind}/${index}`} data-tone={problem.blocking ? 'red' : undefined}>
              <ProblemHead {...{ row, field, onJump }} column={problem.column} />
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
      <Pages
        from={problemsFrom}
        size={PAGE.problemsToDecide}
        total={problemCount}
        label={t('imports.wizard.problemPages')}
        onFrom={onProblems}
      />
    </>
  )
}

/** Leads to the row in the table. */
function ProblemHead({
  row,
  column,
  field,
  onJump,
}: {
  row: number
  column?: string | undefined
  field?: string | undefined
  onJump: ReviewSideProps['onJump']
}) {
  const t = useTranslate()
  return (
    <button type="button" className={styles.problemHead} onClick={() => onJump(row, field)}>
      {[t('imports.wizard.problemAt', { row }), column].filter(Boolean).join(' · ')}
    </button>
  )
}
