import { Button, Popover } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { StatusTag } from '../StatusTag.tsx'
import styles from './QueryTable.module.css'

interface MoreFiltersProps {
  /** How many of the folded conditions are set. */
  count: number
  /** Named fields, one below the other. */
  children: ReactNode
}

/** The rarer conditions of a list behind one button, so that its query stays one row in every language. */
export function MoreFilters({ count, children }: MoreFiltersProps) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      afterOpenChange={(open) => open && fields.current?.querySelector<HTMLElement>('input')?.focus()}
      content={
        <div
          ref={fields}
          role="dialog"
          aria-label={t('common.moreFilters')}
          className={styles.more}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return
            setOpen(false)
            button.current?.focus()
          }}
        >
          {children}
        </div>
      }
    >
      <Button ref={button} aria-expanded={isOpen} aria-haspopup="dialog">
        {t('common.moreFilters')} {count > 0 && <StatusTag tone="pine">{count}</StatusTag>}
      </Button>
    </Popover>
  )
}
