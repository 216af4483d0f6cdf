import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { WallBlock } from '../../../../shared/contract/meeting-screen.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import { Block } from './Block.tsx'
import styles from './Blocks.module.css'
import { isCounted } from './block-words.ts'
import { beyond, fitRows, pageOf, pagesOf } from './fit-rows.ts'

/** What a clicker sends to blank the screen: here it turns to the next rows. */
const NEXT_PAGE = '.'

interface WallBlocksProps {
  blocks: readonly WallBlock[]
  /** With nothing in them: one line for all. */
  empty: readonly WallBlock[]
}

/** So many figures are read side by side. */
const ONE_SIGHT = 4
/** So many rows can say all they know; more say what and who. */
const FEW_ROWS = 2
/** So many blocks stand one below the other. */
const MOST_BELOW = 2

interface Fit {
  blocks: readonly WallBlock[]
  size: string
  caps: readonly number[]
}

/** As many rows of each block as fit, and the rest by turning the page. */
export function WallBlocks({ blocks, empty }: WallBlocksProps) {
  const t = useTranslate()
  const isBrief = blocks.reduce((sum, { rows }) => sum + rows.length, 0) > FEW_ROWS
  const words = useMeetingWords()
  const box = useRef<HTMLDivElement>(null)
  const [fit, setFit] = useState<Fit>()
  const [size, setSize] = useState('')
  const [page, setPage] = useState(0)
  const fitted = fit?.blocks === blocks && fit.size === size ? fit.caps : undefined
  const pages = Math.max(1, ...blocks.map(({ rows }, index) => pagesOf(rows.length, fitted?.[index] ?? rows.length)))
  const turn = () => setPage((now) => (now + 1 >= pages ? 0 : now + 1))

  useEffect(() => {
    const element = box.current
    if (!element) return
    const grid = gridOf(element)
    // Of the grid as well: a font that comes later makes rows higher.
    const observer = new ResizeObserver(() =>
      setSize(`${element.clientWidth}x${element.clientHeight}/${grid?.offsetHeight}`),
    )
    observer.observe(element)
    if (grid) observer.observe(grid)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (!fitted && box.current) setFit({ blocks, size, caps: measure(box.current, blocks.map(isOneSight)) })
  })
  useCommands([
    {
      ...{ id: 'wall-more', key: 'meetings.commands.more', shortcut: NEXT_PAGE, isKeyOnly: true, inDialogs: true },
      run: turn,
    },
  ])
  return (
    <>
      <div className={styles.fitted} ref={box}>
        <div
          className={styles.blocks}
          data-brief={isBrief || undefined}
          data-columns={columnsOf(blocks.length)}
          data-blocks
        >
          {blocks.map((block, index) => {
            const count = block.rows.length
            const { from, to } = pageOf(count, fitted?.[index] ?? count, page % pages)
            const isCut = to - from < count
            const rest = to === count ? beyond(block) : 0
            return (
              <Block key={block.key} block={block} from={from} to={to} isBrief={isBrief}>
                {isCut && (
                  <button type="button" className={styles.turn} tabIndex={-1} onClick={turn}>
                    {t('meetings.wall.rows', { from: from + 1, to, count: block.total })}
                  </button>
                )}
                {rest > 0 && <p className={styles.more}>{t('meetings.run.beyond', { count: rest })}</p>}
              </Block>
            )
          })}
        </div>
      </div>
      {empty.length > 0 && (
        <ul className={styles.empties}>
          {empty.map(({ key, name }) => (
            <li key={key} data-key={key}>
              {t('meetings.wall.nothing', { name: words.text(name) })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function isOneSight(block: WallBlock): boolean {
  return !isCounted(block) && block.rows.length <= ONE_SIGHT
}

function columnsOf(count: number): number {
  if (count <= MOST_BELOW) return 1
  return count === 4 ? 2 : 3
}

function gridOf(box: HTMLElement): HTMLElement | null {
  return box.querySelector<HTMLElement>('[data-blocks]')
}

/** With every row on the page: how many of each fit. */
function measure(box: HTMLElement, oneSight: readonly boolean[]): number[] {
  const grid = gridOf(box)
  if (!grid) return []
  const { gridTemplateColumns, rowGap, fontSize } = getComputedStyle(grid)
  return fitRows({
    blocks: [...grid.querySelectorAll<HTMLElement>('[data-key]')].map((block, index) => {
      const rows = [...block.querySelectorAll<HTMLElement>('[data-rows] > li')].map(({ offsetHeight }) => offsetHeight)
      const frame = block.offsetHeight - rows.reduce((sum, height) => sum + height, 0)
      return { frame, rows, isOneSight: oneSight[index] === true }
    }),
    columns: gridTemplateColumns.split(' ').length,
    height: box.clientHeight,
    gap: Number.parseFloat(rowGap) || 0,
    line: Number.parseFloat(fontSize) * 1.7,
  })
}
