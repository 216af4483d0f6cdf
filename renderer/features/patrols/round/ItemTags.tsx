import { useStore } from 'zustand'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import type { Answer, ItemContext } from '../../../../shared/contract/patrols.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { StatusTag, type Tone } from '../../../ui/StatusTag.tsx'
import styles from './ItemRow.module.css'
import { KnownTags } from './KnownTags.tsx'
import { LaterTag } from './LaterTag.tsx'
import type { Round } from './use-round.ts'

interface ItemTagsProps {
  round: Round
  item: ChecklistItem
  answer: Answer | undefined
  context: ItemContext | undefined
  answerableFrom: number | undefined
  isKnown: boolean
}

/** What stands beside the words of an item; the most pressing first, few at a time. */
export function ItemTags({ round, item, answer, context, answerableFrom, isKnown }: ItemTagsProps) {
  const t = useTranslate()
  const state = useStore(round.store, ({ pending }) => pending[item.id]?.state)
  const draft = useStore(round.store, ({ drafts }) => drafts[item.id]?.value)
  const isConflict = useStore(round.store, ({ conflicts }) => item.id in conflicts)
  const isAgain = useStore(round.store, ({ lookAgain }) => lookAgain.has(item.id))
  const fails = context?.failsInSevenDays ?? 0

  const tags: { key: string; tone: Tone; text: string }[] = []
  if (isConflict) tags.push({ key: 'conflict', tone: 'red', text: t('patrols.tags.conflict') })
  if (state === 'waiting' || state === 'refused')
    tags.push({ key: 'waiting', tone: 'red', text: t('patrols.tags.waiting') })
  if (draft === 'fixed') tags.push({ key: 'draft', tone: 'amber', text: t('patrols.tags.draft') })
  if (draft === 'pass') tags.push({ key: 'reading', tone: 'amber', text: t('patrols.tags.readingDraft') })
  if (isAgain) tags.push({ key: 'again', tone: 'amber', text: t('patrols.tags.again') })
  if (answer?.value === 'fail' && item.severity !== 'minor') {
    tags.push({ key: 'severity', tone: 'amber', text: t(`patrols.severities.${item.severity}`) })
  }
  const known = isKnown ? context?.openTask : undefined
  if (!known && fails > 0) {
    const text =
      answer?.value === 'fail'
        ? t('patrols.tags.repeat', { count: fails + 1 })
        : t('patrols.tags.repeatBefore', { count: fails })
    tags.push({ key: 'repeat', tone: 'neutral', text })
  }
  const later = answer ? undefined : answerableFrom
  if (tags.length === 0 && !known && later === undefined) return null
  return (
    <span className={styles.tags}>
      {tags.map(({ key, tone, text }) => (
        <StatusTag key={key} tone={tone}>
          {text}
        </StatusTag>
      ))}
      {known && <KnownTags task={known} />}
      {later !== undefined && <LaterTag from={later} />}
    </span>
  )
}
