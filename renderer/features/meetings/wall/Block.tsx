import type { ReactNode } from 'react'
import type { WallBlock, WallRow } from '../../../../shared/contract/meeting-screen.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { serviceNow } from '../../../services/clock.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import styles from './Blocks.module.css'
import { rowWords } from './block-row.ts'
import { isCounted, restsOn, spanText } from './block-words.ts'

interface BlockProps {
  block: WallBlock
  /** Of its rows, from which to which. */
  from: number
  to: number
  isBrief: boolean
  /** Below the rows. */
  children?: ReactNode
}

/** One key of a step: its name, the days and rounds it speaks of, and so many of its rows. */
export function Block({ block, from, to, isBrief, children }: BlockProps) {
  const t = useTranslate()
  const words = useMeetingWords()
  const span = spanText(block.span, words.language, t)
  const rests = restsOn(block, t)
  const rows = block.rows.slice(from, to)
  return (
    <section className={styles.block} data-key={block.key} aria-label={words.text(block.name)}>
      <h3>
        {words.text(block.name)} {isCounted(block) && <span className={styles.count}>{block.total}</span>}
        {span && <span className={styles.span}>{span}</span>}
        {rests && (
          <span className={styles.rests} data-tone={rests.tone}>
            {rests.text}
          </span>
        )}
      </h3>
      {block.head && (
        <ul className={styles.first}>
          <Row row={block.head} name={block.name} isBrief={isBrief} />
        </ul>
      )}
      {block.rows.length === 0 && !block.head && !rests && <p className={styles.none}>{t('meetings.run.nothing')}</p>}
      {rows.length > 0 && (
        <ul data-rows>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and come whole each time
            <Row key={index} row={row} name={block.name} isBrief={isBrief} />
          ))}
        </ul>
      )}
      {children}
    </section>
  )
}

function Row({ row, name, isBrief }: { row: WallRow; name: WallBlock['name']; isBrief: boolean }) {
  const t = useTranslate()
  const words = useMeetingWords()
  const { zone } = useSignedIn()
  const { main, details, brief, figure, change, tone } = rowWords(row, { t, words, now: serviceNow(), zone })
  return (
    <li data-tone={tone}>
      <span className={styles.main}>{main || words.text(name)}</span>
      {isBrief && brief && <span className={styles.details}>{brief}</span>}
      {!isBrief && details.length > 0 && <span className={styles.details}>{details.join(' · ')}</span>}
      {!isBrief && row.severity && row.severity !== 'minor' && (
        <span className={styles.severity} data-severity={row.severity}>
          {t(`checklists.severity.${row.severity}`)}
        </span>
      )}
      {figure && (
        <span className={styles.figure}>
          {figure} {change && <small>{change}</small>}
        </span>
      )}
    </li>
  )
}
