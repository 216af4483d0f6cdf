import type { Award, AwardNominee, AwardState } from '../../../shared/contract/awards.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

/** Red only where somebody must act. */
export const STATE_TONES: Readonly<Record<AwardState, Tone>> = {
  draft: 'neutral',
  nominated: 'blue',
  reviewing: 'blue',
  publicised: 'amber',
  objected: 'red',
  granted: 'pine',
  withdrawn: 'neutral',
  revoked: 'neutral',
}

/** The person, the team with its people, or the outlet by its own name. */
export function nomineeText({ person, team, members }: AwardNominee, outlet: string, join: string): string {
  if (person) return person.name
  return team === null ? outlet : `${team}（${members.map(({ name }) => name).join(join)}）`
}

/** One day, or from and to without what both share. */
export function periodText({ from, to }: Pick<Award, 'from' | 'to'>): string {
  if (from === to) return from
  const isSameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${from} – ${isSameYear ? to.slice(5) : to}`
}

/** Exact: sums come in steps of 0.005, and parts that are shown must add up. */
export function pointsText(points: number): string {
  return String(Math.round(points * 1000) / 1000)
}
