import { EvidenceKind, type EvidenceRecord } from '../../../shared/contract/award-evidence.ts'
import type { awardPapers, StorySentence } from '../../../shared/contract/award-papers.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { countCharacters, unknownFigures } from '../../../shared/domain/story-figures.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Language } from '../../../shared/messages/language.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { findEvidence } from '../award-evidence/index.ts'
import { readAwardCard, readAwardRules } from '../awards/index.ts'
import type { Call } from '../handlers.ts'
import { findOutlet, findStaffByUid } from '../people/index.ts'
import { draftStory, type StoryGround } from './draft-story.ts'
import { knownFigures } from './known-figures.ts'
import { readStoryRow, writeStory } from './story-repository.ts'

const MOST_UNKNOWN = 500

/** What the console knows of one award, as far as the caller may see it. */
export function groundOf(call: Call, uid: string, language: Language): StoryGround {
  const card = readAwardCard(call, uid)
  const rules = readAwardRules(call.ports.content)
  const kind = rules.kinds.find(({ id }) => id === card.award.kind)
  if (!kind) throw new AppError('not-found', 'awardKindGone')
  const t = translatorFor(language)
  const { person } = card.award.nominee
  const staff = person ? findStaffByUid(call.database, person.uid) : undefined
  const records = new Map<string, EvidenceRecord>()
  for (const { record } of card.evidence) {
    const of = EvidenceKind.safeParse(record?.kind)
    const found = record && of.success ? findEvidence(call, { kind: of.data, uid: record.uid }) : null
    if (record && found) records.set(`${record.kind}/${record.uid}`, found)
  }
  return {
    card,
    kind,
    sourceNames: new Map(rules.sources.map((source) => [source.id, source])),
    outlet: findOutlet(call.database)?.name ?? '',
    post: staff ? t(`posts.${staff.post}`) : '',
    records,
    language,
    t,
  }
}

export function readStory(
  call: Call,
  { uid, language }: InputOf<typeof awardPapers.story>,
): OutputOf<typeof awardPapers.story> {
  const ground = groundOf(call, uid, language)
  const paragraphs = draftStory(ground)
  const { story, editedBy, editedAt } = readStoryRow(call.database, uid)
  const draft = paragraphs.map((sentences) => textOf(sentences, language)).join('\n')
  return {
    sentences: paragraphs.flat(),
    draft,
    text: story,
    editedBy,
    editedAt,
    mayEdit: mayEdit(call, ground),
    ...checkText(ground, story ?? draft),
  }
}

/** How long a text is, and which of its figures no record holds. */
export function checkStory(call: Call, { uid, text }: InputOf<typeof awardPapers.checkStory>) {
  return checkText(groundOf(call, uid, 'zh-CN'), text)
}

export function saveStory(call: Call, { uid, text, basedOn }: InputOf<typeof awardPapers.saveStory>) {
  const ground = groundOf(call, uid, 'zh-CN')
  if (!mayEdit(call, ground)) throw new AppError('forbidden', 'storyOfOthers')
  const before = readStoryRow(call.database, uid)
  if (before.editedAt !== basedOn) throw new AppError('conflict', 'storyChangedMeanwhile')
  writeStory(call.database, uid, { text, by: call.actor.staffId, at: call.now })
  call.changed({ record: 'award', uid, before: { story: before.story }, after: { story: text } })
  call.touched('awards', uid)
  return { done: true as const }
}

function checkText({ card, records, kind, outlet }: StoryGround, text: string) {
  const names = [kind.zh, kind.en, outlet, ...kind.criteria.flatMap(({ zh, en }) => [zh, en])]
  const known = knownFigures(card, records.values(), names)
  const unknown = unknownFigures(text, known).map(({ text: figure, at }) => ({ text: figure, at }))
  return { count: countCharacters(text), unknown: unknown.slice(0, MOST_UNKNOWN) }
}

const ENDED = ['withdrawn', 'revoked']

function mayEdit({ actor }: Call, { card: { award } }: StoryGround): boolean {
  if (ENDED.includes(award.state) || actor.staffUid === null) return false
  return actor.role === 'outlet-head' || actor.staffUid === award.nominator.uid
}

function textOf(sentences: readonly StorySentence[], language: Language): string {
  return sentences.map(({ text }) => text).join(language === 'en' ? ' ' : '')
}
