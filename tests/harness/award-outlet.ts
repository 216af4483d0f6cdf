import type { AwardCard } from '../../shared/contract/award-cards.ts'
import type { AwardFields } from '../../shared/contract/award-steps.ts'
import type { TestPorts } from './test-ports.ts'
import { startTestOutlet, type TestOutlet } from './test-service.ts'

export const WEEK = { from: '2026-11-16', to: '2026-11-22' }
export const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }

type Lead = 'outlet-head' | 'ops-supervisor' | 'lobby-manager' | 'teller'

/** The outlet of the tests (Monday 2026-11-23, 08:00) with what an award needs on its way. */
export async function startAwardOutlet(ports?: TestPorts) {
  const outlet = await startTestOutlet(ports)
  const uidOf = (post: string) => outlet.people[post] ?? ''

  const fieldsOf = (kind: string, more: Partial<AwardFields> = {}): AwardFields => ({
    ...{ kind, nominee: { kind: 'person', person: uidOf('teller') }, ...WEEK, reason: '耐心帮老人办完挂失' },
    ...more,
  })

  /** A nomination with typed evidence under its first criterion. */
  async function nominate(
    kind: string,
    by: Lead = 'lobby-manager',
    more: Partial<AwardFields> = {},
  ): Promise<AwardCard> {
    const client = outlet.as(by)
    const { award } = await client.awards.add(fieldsOf(kind, more))
    const { kinds } = await client.awards.rules({})
    const [criterion] = kinds.find(({ id }) => id === kind)?.criteria ?? []
    const { award: ready } = await client.awards.addEvidence({
      ...{ uid: award.uid, criterion: criterion?.id ?? '', source: criterion?.sources[0] ?? '', record: null },
      ...{ words: '满意率报表', figure: '99.2', unit: '%', on: award.to },
    })
    return client.awards.nominate({ uid: ready.uid, basedOn: ready.revision })
  }

  /** All gates clear: the records first, then by the head for what they cannot tell. */
  async function clearGates(uid: string): Promise<AwardCard> {
    const head = outlet.as('outlet-head')
    let card = await head.awards.checkGates({ uid })
    for (const { gate, result } of card.gates) {
      if (result === 'unknown')
        card = await head.awards.confirmGate({ uid, gate, result: 'clear', note: '查过监控与台账' })
    }
    return card
  }

  async function review(uid: string, reviewers: readonly Lead[]): Promise<AwardCard> {
    const { award } = await clearGates(uid)
    return outlet
      .as('outlet-head')
      .awards.startReview({ uid, basedOn: award.revision, reviewers: reviewers.map(uidOf) })
  }

  /** Declares no relation and gives every criterion the same. */
  async function handIn(uid: string, by: Lead, points: number | null): Promise<AwardCard> {
    const client = outlet.as(by)
    const { award, mine } = await client.awards.card({ uid })
    if (mine?.isRelative === null) await client.awards.declare({ uid, isRelative: false })
    const { kinds } = await client.awards.rules({})
    const criteria = kinds.find(({ id }) => id === award.kind)?.criteria ?? []
    return client.awards.score({ uid, scores: criteria.map(({ id }) => ({ criterion: id, points, note: null })) })
  }

  /** Nominated by the lobby manager, reviewed by head and supervisor, under its notice. */
  async function publicise(kind: string, points = 90, more: Partial<AwardFields> = {}): Promise<AwardCard> {
    const { award } = await nominate(kind, 'lobby-manager', more)
    await review(award.uid, ['outlet-head', 'ops-supervisor'])
    await handIn(award.uid, 'ops-supervisor', points)
    const { award: reviewed } = await handIn(award.uid, 'outlet-head', points)
    return outlet.as('outlet-head').awards.publicise({ uid: award.uid, basedOn: reviewed.revision })
  }

  const setDay = (on: string) => outlet.ports.setNow(Date.parse(`${on}T08:00:00+08:00`))
  return { outlet, uidOf, fieldsOf, nominate, clearGates, review, handIn, publicise, setDay }
}

export type AwardOutlet = Awaited<ReturnType<typeof startAwardOutlet>>
export type { TestOutlet }
