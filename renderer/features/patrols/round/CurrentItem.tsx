import { memo } from 'react'
import { ItemPanel } from './ItemPanel.tsx'
import type { RoundDialog } from './OpenRound.tsx'
import styles from './RoundPage.module.css'
import type { RoundBook } from './round-book.ts'
import { useCursor } from './round-view.ts'
import type { Round } from './use-round.ts'

interface CurrentItemProps {
  round: Round
  book: RoundBook
  isReadOnly: boolean
  isCameraOpen?: boolean
  onDialog?: (dialog: RoundDialog | undefined) => void
}

/** Follows the cursor by itself, so that moving it draws nothing else anew. */
export const CurrentItem = memo(function CurrentItem(props: CurrentItemProps) {
  const { round, book, isReadOnly, isCameraOpen = false, onDialog } = props
  const item = book.itemById.get(useCursor(round) ?? '')
  if (!item) return <aside className={styles.blank} />
  return (
    <ItemPanel
      key={item.id}
      round={round}
      book={book}
      item={item}
      isReadOnly={isReadOnly}
      isCameraOpen={isCameraOpen}
      onCamera={(isOpen) => onDialog?.(isOpen ? 'camera' : undefined)}
    />
  )
})
