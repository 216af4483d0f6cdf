import { useState } from 'react'
import type { WallBlock } from '../../../../shared/contract/meeting-screen.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Block } from './Block.tsx'
import styles from './Blocks.module.css'
import { beyond } from './fit-rows.ts'

/** Data of a step beside its form: the first rows of each, and the rest on demand. */
export function Blocks({ blocks, mostRows }: { blocks: readonly WallBlock[]; mostRows: number }) {
  return (
    <div className={styles.blocks}>
      {blocks.map((block) => (
        <OpenableBlock key={block.key} block={block} mostRows={mostRows} />
      ))}
    </div>
  )
}

function OpenableBlock({ block, mostRows }: { block: WallBlock; mostRows: number }) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? block.rows.length : Math.min(mostRows, block.rows.length)
  const hidden = block.rows.length - shown
  const rest = beyond(block)
  return (
    <Block block={block} from={0} to={shown} isBrief={false}>
      {hidden > 0 && (
        <button type="button" className={styles.open} onClick={() => setOpen(true)}>
          {t('meetings.run.showMore', { count: hidden })}
        </button>
      )}
      {hidden === 0 && rest > 0 && <p className={styles.more}>{t('meetings.run.beyond', { count: rest })}</p>}
    </Block>
  )
}
