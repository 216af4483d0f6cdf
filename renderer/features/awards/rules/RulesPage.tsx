import { useState } from 'react'
import type { AwardKind } from '../../../../shared/contract/awards.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useAwardWords } from '../use-award-words.ts'
import { KindRules } from './KindRules.tsx'
import styles from './Rules.module.css'

/** What can be won, by whom, for what, and who decides: the shipped rules to read before nominating. */
export function RulesPage() {
  const t = useTranslate()
  const words = useAwardWords()
  const { rules, text } = words
  const [chosen, setChosen] = useState<string>()
  if (rules.isError) return <Failure error={rules.error} onRetry={() => void rules.refetch()} />
  if (!rules.data) return <LoadingRows rows={8} />
  const { kinds, principles, objections } = rules.data
  const kind = kinds.find(({ id }) => id === chosen) ?? kinds[0]
  return (
    <div className={styles.columns}>
      <Panel title={t('awards.rules.kinds')} isPadded>
        <ul className={styles.kinds}>
          {kinds.map((one) => (
            <li key={one.id}>
              <button type="button" aria-pressed={one.id === kind?.id} onClick={() => setChosen(one.id)}>
                <span>{text(one)}</span>
                <span className="faint">{factsOf(one)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      <div className={styles.column}>
        {kind && <KindRules kind={kind} words={words} />}
        <Panel title={t('awards.rules.principles')} isPadded>
          <ul className={styles.lines}>
            {principles.map((principle) => (
              <li key={principle.zh}>{text(principle)}</li>
            ))}
            <li>{text(objections)}</li>
          </ul>
        </Panel>
      </div>
    </div>
  )

  function factsOf({ cycle, level }: AwardKind): string {
    return `${t(`awards.cycle.${cycle}`)} · ${t(`awards.level.${level}`)}`
  }
}
