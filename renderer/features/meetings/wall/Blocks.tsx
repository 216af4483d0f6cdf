import type { WallBlock } from '../../../../shared/contract/meeting-screen.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { serviceNow } from '../../../services/clock.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import styles from './Blocks.module.css'
import { rowWords } from './block-row.ts'

interface BlocksProps {
  blocks: readonly WallBlock[]
  mostRows: number
  /** One line a row, several blocks side by side. */
  isBrief?: boolean
}

/** Data of a step. On the wall large and few; beside the form all that came. */
export function Blocks({ blocks, mostRows, isBrief = false }: BlocksProps) {
  return (
    <div className={styles.blocks} data-brief={isBrief ? Math.min(blocks.length, 6) : undefined}>
      {blocks.map((block) => (
        <Block key={block.key} block={block} mostRows={mostRows} isBrief={isBrief} />
      ))}
    </div>
  )
}

function Block({ block, mostRows, isBrief }: { block: WallBlock; mostRows: number; isBrief: boolean }) {
  const t = useTranslate()
  const words = useMeetingWords()
  const { zone } = useSignedIn()
  const rows = block.rows.slice(0, mostRows)
  const now = serviceNow()
  return (
    <section className={styles.block} data-key={block.key} aria-label={words.text(block.name)}>
      <h3>
        {words.text(block.name)} {block.total > 1 && <span className={styles.count}>{block.total}</span>}
      </h3>
      {rows.length === 0 ? (
        <p className={styles.none}>{t('meetings.run.nothing')}</p>
      ) : (
        <ul>
          {rows.map((row, index) => {
            const { main, details, brief, figure, change, tone } = rowWords(row, { t, words, now, zone })
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and come whole each time
              <li key={index} data-tone={tone}>
                <span className={styles.main}>{main || words.text(block.name)}</span>
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
          })}
        </ul>
      )}
      {block.total > rows.length && (
        <p className={styles.more}>{t('meetings.run.more', { count: block.total - rows.length })}</p>
      )}
    </section>
  )
}
