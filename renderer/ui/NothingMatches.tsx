import { Button } from 'antd'
import { useTranslate } from '../app/use-translate.ts'
import { EmptyState } from './EmptyState.tsx'

/** A list that its conditions leave empty, with the way out of them. */
export function NothingMatches({ onReset }: { onReset: (() => void) | undefined }) {
  const t = useTranslate()
  return (
    <EmptyState
      title={t('common.noResults')}
      action={onReset && <Button onClick={onReset}>{t('common.clearFilters')}</Button>}
    />
  )
}
