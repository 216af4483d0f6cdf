import type { AwardCard, AwardEvidence } from '../../../shared/contract/award-cards.ts'
import { type EvidenceRecord } from '../../../shared/contract/award-evidence.ts'
import type { StorySentence } from '../../../shared/contract/award-papers.ts'
import type { AwardKind } from '../../../shared/contract/awards.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { spokenDay } from './spoken-day.ts'

/** What a story may be written from: the award, its kind, and what stands behind its evidence now. */
export interface StoryGround {
  card: AwardCard
  kind: AwardKind
  sourceNames: ReadonlyMap<string, { zh: string; en: string }>
  outlet: string
  /** Of a person: the post, in the reader's language. */
  post: string
  records: ReadonlyMap<string, EvidenceRecord>
  language: Language
  t: Translate
}

/**
 * A story by fixed templates: who, for what, then criterion by criterion one sentence for each piece of evidence, oldest
 * first, then how many there are. Evidence whose record is gone has no sentence.
 */
export function draftStory(ground: StoryGround): StorySentence[][] {
  const { card, kind, t, language } = ground
  const { award, evidence } = card
  const ofAward = (text: string): StorySentence => ({
    text,
    record: { kind: 'award', uid: award.uid },
    isTyped: false,
  })
  const criteria = kind.criteria.flatMap((criterion) => {
    const sentences = evidence
      .filter((one) => one.criterion === criterion.id)
      .sort((one, other) => one.on.localeCompare(other.on) || one.addedAt - other.addedAt)
      .flatMap((one) => sentenceOf(one, ground))
    const head = t('awardPapers.story.criterion', { criterion: textIn(criterion, language) })
    return sentences.length > 0 ? [[ofAward(head), ...sentences]] : []
  })
  const told = criteria.flat().filter(({ record }) => record.kind !== 'award')
  const typed = told.filter(({ isTyped }) => isTyped).length
  const closing =
    typed === told.length && typed > 0
      ? t('awardPapers.story.closingAllTyped', { count: typed })
      : typed > 0
        ? t('awardPapers.story.closingTyped', { count: told.length, typed })
        : t('awardPapers.story.closing', { count: told.length })
  return [
    [ofAward(opening(ground)), ofAward(t('awardPapers.story.reason', { reason: bare(award.reason) }))],
    ...criteria,
    ...(told.length > 0 ? [[ofAward(closing)]] : []),
  ]
}

function opening({ card: { award }, kind, outlet, post, t, language }: StoryGround): string {
  const span = { from: spokenDay(award.from, language), to: spokenDay(award.to, language) }
  const words = { outlet, post, kind: textIn(kind, language), nominator: award.nominator.name, ...span }
  const { person, team, members } = award.nominee
  if (person) return t('awardPapers.story.ofPerson', { ...words, name: person.name })
  if (team !== null) {
    return t('awardPapers.story.ofTeam', {
      ...words,
      name: team,
      members: members.map(({ name }) => name).join(t('awardPapers.screen.listJoin')),
    })
  }
  return t('awardPapers.story.ofOutlet', words)
}

/** None where the record behind it is gone. */
export function sentenceOf(evidence: AwardEvidence, ground: StoryGround): StorySentence[] {
  if (evidence.record === null) return typedSentence(evidence, ground)
  const record = ground.records.get(`${evidence.record.kind}/${evidence.record.uid}`)
  if (!record) return []
  return [{ text: recordSentence(record, ground), record: evidence.record, isTyped: false }]
}

function typedSentence(evidence: AwardEvidence, { t, sourceNames, language }: StoryGround): StorySentence[] {
  const source = sourceNames.get(evidence.source)
  const values = {
    on: spokenDay(evidence.on, language),
    source: source ? textIn(source, language) : evidence.source,
    words: bare(evidence.words ?? ''),
    figure: `${evidence.figure ?? ''}${evidence.unit ?? ''}`,
    by: evidence.addedBy,
  }
  const text = t(evidence.figure === null ? 'awardPapers.story.typed' : 'awardPapers.story.typedFigure', values)
  return [{ text, record: { kind: 'typed', uid: evidence.uid }, isTyped: true }]
}

function recordSentence(record: EvidenceRecord, { t, language, sourceNames }: StoryGround): string {
  const { figure, fact } = record
  const source = sourceNames.get(record.source)
  const values = {
    on: spokenDay(record.on, language),
    no: record.no ?? '',
    by: record.by ?? '',
    words: bare(record.words ?? ''),
    round: record.round === null ? '' : t(`patrols.rounds.${record.round}`),
    name: record.name === null ? '' : textIn(record.name, language),
    source: source ? textIn(source, language) : record.source,
    value: figure?.value === null || figure === null ? '' : numberText(figure.unit, figure.value),
    part: figure?.part ?? '',
    of: figure?.of ?? '',
  }
  if (fact === 'period') {
    if (figure === null || figure.value === null) return t('awardPapers.story.periodNone', values)
    return t(figure.part === null ? `awardPapers.story.period.${figure.unit}` : 'awardPapers.story.periodPart', values)
  }
  if (fact === 'round-walked' && figure?.value == null) return t('awardPapers.story.roundOnly', values)
  if (fact === 'meeting-hosted' && figure?.value == null) return t('awardPapers.story.meetingOnly', values)
  return t(`awardPapers.story.fact.${fact}`, values)
}

function numberText(unit: string, value: number): string {
  return unit === 'rate' ? formatRate(value) : String(value)
}

/** Somebody's words stand inside a sentence of ours. */
function bare(words: string): string {
  return words.trim().replace(/[。．.!！]+$/, '')
}
