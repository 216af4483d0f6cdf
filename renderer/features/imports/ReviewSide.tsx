import { Segmented } from 'antd'
import { useState } from 'react'
import type { ImportPreview } from '../../../shared/contract/imports.ts'
import { useTranslate } from '../../app/use-translate.ts'
import type { Decisions, WordKind } from './decisions.ts'
import styles from './ImportsScreen.module.css'
import { ProblemList } from './ProblemList.tsx'
import { WORD_KINDS, type Words } from './use-known-words.ts'
import { WordChoices } from './WordChoices.tsx'

export interface ReviewSideProps {
  preview: ImportPreview
  decisions: Decisions
  words: Words
  problemsFrom: number
  onProblems: (from: number) => void
  onJump: (row: number, field: string | undefined) => void
  onFix: (row: number, field: string, text: string) => void
  onToggle: (list: 'leftOut' | 'kept', row: number) => void
  onWord: (list: WordKind, key: string, choice: unknown) => void
}

/** Problems one by one, and words to be decided once for all rows. */
export function ReviewSide(props: ReviewSideProps) {
  const t = useTranslate()
  const { preview, words } = props
  const count = WORD_KINDS.reduce((sum, kind) => sum + countOf(preview, words, kind), 0)
  const [tab, setTab] = useState<'problems' | 'words'>(count > 0 ? 'words' : 'problems')
  return (
    <aside className={styles.side}>
      <div className={styles.tabs}>
        <Segmented<'problems' | 'words'>
          block
          value={tab}
          options={[
            { value: 'words', label: t('imports.wizard.words', { count }) },
            { value: 'problems', label: t('imports.wizard.problems', { count: preview.problemCount }) },
          ]}
          onChange={setTab}
        />
      </div>
      <div className={styles.sideBody}>{tab === 'words' ? <WordChoices {...props} /> : <ProblemList {...props} />}</div>
    </aside>
  )
}

/** Words still open, whether sent yet or not, and those decided here. */
function countOf({ unknown, unknownCounts }: ImportPreview, words: Words, kind: WordKind): number {
  const decided = words[kind].filter((word) => !unknown[kind].some(({ key }) => key === word.key))
  return unknownCounts[kind] + decided.length
}
