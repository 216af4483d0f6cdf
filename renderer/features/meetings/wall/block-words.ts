import type { WallBlock } from '../../../../shared/contract/meeting-screen.ts'
import type { Language } from '../../../../shared/messages/language.ts'
import type { Translate } from '../../../../shared/messages/message-key.ts'
import { formatShortDay, formatWeekday } from '../../../app/formats.ts'

/** `周五 11月20日`, or both ends of several days; empty where it is the day of the meeting. */
export function spanText(span: WallBlock['span'], language: Language, t: Translate): string {
  if (!span) return ''
  const [from, to] = [formatShortDay(span.from, language), formatShortDay(span.to, language)]
  return from === to ? `${formatWeekday(span.from, language)} ${from}` : t('meetings.run.span', { from, to })
}

/** Nothing in it, and nothing to be said about that: it needs no place of its own on the wall. */
export function isEmpty({ rows, head, rounds }: Pick<WallBlock, 'rows' | 'head' | 'rounds'>): boolean {
  return (
    rows.length === 0 && head === null && (rounds === null || (rounds.planned > 0 && rounds.held === rounds.planned))
  )
}

/** Entries are counted; figures side by side are not a number of anything. */
export function isCounted({ rows, total }: Pick<WallBlock, 'rows' | 'total'>): boolean {
  return total > 1 && rows.every(({ figure }) => figure === null)
}

/**
 * What the rows rest on where it matters: rounds that nobody held, or nothing found. Null where every round was held
 * and something was found, or no round stands behind.
 */
export function restsOn(
  { rounds, rows, head }: Pick<WallBlock, 'rounds' | 'rows' | 'head'>,
  t: Translate,
): { text: string; tone: 'bad' | 'plain' } | null {
  if (!rounds) return null
  const { planned, held, missed } = rounds
  const isEmpty = rows.length === 0 && head === null
  if (planned === 0) return isEmpty ? { text: t('meetings.run.rounds.none'), tone: 'plain' } : null
  if (held === 0) {
    const key = missed > 0 ? 'meetings.run.rounds.allMissed' : 'meetings.run.rounds.notYet'
    return { text: t(key, rounds), tone: missed > 0 ? 'bad' : 'plain' }
  }
  const isWhole = held === planned
  if (isWhole && !isEmpty) return null
  const counts = t(missed > 0 ? 'meetings.run.rounds.someMissed' : 'meetings.run.rounds.some', rounds)
  const found = isEmpty ? t(isWhole ? 'meetings.run.rounds.clean' : 'meetings.run.rounds.cleanSoFar', rounds) : counts
  return {
    text: isEmpty && !isWhole ? t('meetings.run.rounds.both', { found, counts }) : found,
    tone: missed > 0 ? 'bad' : 'plain',
  }
}
