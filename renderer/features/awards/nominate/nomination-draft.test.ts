import { expect, it } from 'vitest'
import type { EvidenceRecord } from '../../../../shared/contract/award-evidence.ts'
import type { AwardKind } from '../../../../shared/contract/awards.ts'
import { draftOf, fieldsOf, kindsFor, linkableOf, missingOf, withKind } from './nomination-draft.ts'

const kind = (id: string, nominatedBy: string[], more: Partial<AwardKind> = {}) =>
  ({
    id,
    cycle: 'weekly',
    subject: 'person',
    isAutomatic: false,
    ...more,
    nominatedBy: nominatedBy.map((by) => ({ id: by })),
  }) as unknown as AwardKind

const record = (source: string, on: string) => ({ source, on, record: { uid: on } }) as unknown as EvidenceRecord
const STAR = {
  subject: 'person' as const,
  criteria: [{ id: 'help', zh: '', en: '', weight: 100, sources: ['peer.thanks'] }],
}

it('proposes the last full period of the award, and keeps what was typed', () => {
  const draft = { ...draftOf(undefined, '2026-11-23'), reason: '挂失' }
  expect(withKind(draft, kind('week-star', ['any-staff']), '2026-11-23')).toMatchObject({
    kind: 'week-star',
    from: '2026-11-16',
    to: '2026-11-22',
    reason: '挂失',
  })
})

it('names what is missing for each subject, and sends only what belongs to it', () => {
  const draft = { ...draftOf(undefined, '2026-11-23'), kind: 'k', reason: ' 事迹 ', person: 'p', members: ['a'] }
  expect(missingOf(draftOf(undefined, '2026-11-23'), undefined)).toEqual(['kind', 'reason'])
  expect([missingOf(draft, 'person'), missingOf(draft, 'team'), missingOf(draft, 'outlet')]).toEqual([
    [],
    ['team', 'members'],
    [],
  ])
  expect(fieldsOf(draft, 'person')).toMatchObject({ nominee: { kind: 'person', person: 'p' }, reason: '事迹' })
  expect(fieldsOf(draft, 'outlet').nominee).toEqual({ kind: 'outlet' })
})

it('links only records of the period that a criterion takes', () => {
  const records = ['2026-10-31', '2026-11-01', '2026-11-23', '2026-11-24'].map((on) => record('peer.thanks', on))
  const draft = { from: '2026-11-01', to: '2026-11-23', person: 'p' }
  const linkable = linkableOf({ whose: 'p', records: [...records, record('training', '2026-11-02')] }, draft, STAR)
  expect(linkable.map(({ on }) => on)).toEqual(['2026-11-01', '2026-11-23'])
  expect(linkableOf({ whose: 'p', records }, draft, undefined)).toEqual([])
})

it('links no record to anybody but whose it is: not once another is chosen, nor to a team or the outlet', () => {
  const records = [record('peer.thanks', '2026-11-01')]
  const draft = { from: '2026-11-01', to: '2026-11-23', person: 'p' }
  expect(linkableOf({ whose: 'p', records }, draft, STAR)).toEqual(records)
  expect(linkableOf({ whose: 'p', records }, { ...draft, person: 'q' }, STAR)).toEqual([])
  expect(linkableOf({ whose: 'p', records }, draft, { ...STAR, subject: 'team' })).toEqual([])
  expect(linkableOf({ whose: 'p', records }, draft, { ...STAR, subject: 'outlet' })).toEqual([])
  expect(linkableOf({ whose: undefined, records }, { ...draft, person: null }, STAR)).toEqual([])
})

it('offers each post its awards; those of the branch to the head, who enters them', () => {
  const kinds = [
    kind('any', ['any-staff']),
    kind('lead', ['lobby-manager']),
    kind('branch', ['branch-lead']),
    kind('card', ['any-staff'], { isAutomatic: true }),
  ]
  const ids = (role: string) => kindsFor(kinds, role).map(({ id }) => id)
  expect([ids('teller'), ids('lobby-manager'), ids('outlet-head')]).toEqual([
    ['any'],
    ['any', 'lead'],
    ['any', 'branch'],
  ])
})
