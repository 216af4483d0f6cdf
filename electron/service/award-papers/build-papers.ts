import { textIn } from '../../../shared/messages/text-in.ts'
import { checkpointCode } from '../audit/index.ts'
import { readAwardRules } from '../awards/index.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import type { ReportBlock, ReportCell, ReportDocument, ReportSection } from '../reports/index.ts'
import { type StoryGround, sentenceOf } from './draft-story.ts'
import { localMoment } from './local-moment.ts'
import { spokenDay } from './spoken-day.ts'
import { readStoryRow } from './story-repository.ts'

type Frame = Pick<ReportDocument, 'title' | 'month' | 'period' | 'sections'>

/** A paper of our own: who, when, page by page, and the code of the chain's end. */
export function paperOf(
  call: Call,
  { title, month, period, sections }: Frame,
  language: ReportDocument['language'],
): ReportDocument {
  const outlet = findOutlet(call.database)
  return {
    kind: 'award-paper',
    language,
    title,
    outlet: outlet?.name ?? '',
    outletCode: outlet?.code ?? '',
    month,
    period,
    printedAt: localMoment(call),
    auditCode: checkpointCode(call.database),
    isLandscape: false,
    hasTyped: false,
    sections,
  }
}

/** 公示: whom, what for, how long, and how to object. Nothing of scores, evidence or objections. */
export function buildNotice(call: Call, ground: StoryGround, contact: string): ReportDocument {
  const { card, kind, t, language } = ground
  const { award } = card
  const name = textIn(kind, language)
  const from = award.publicityFrom
  const until = award.publicityUntil
  const days =
    from === null || until === null ? t('awardPapers.paper.notYet') : t('awardPapers.paper.days', { from, to: until })
  const facts: ReportCell[][] = [
    [t('awardPapers.paper.fact.no'), award.no],
    [t('awardPapers.paper.fact.kind'), name],
    ...nomineeRows(ground),
    [t('awardPapers.paper.fact.period'), t('awardPapers.paper.span', { from: award.from, to: award.to })],
    [t('awardPapers.paper.fact.reason'), award.reason],
    [t('awardPapers.paper.fact.publicity'), days],
  ]
  const rule = textIn(readAwardRules(call.ports.content).objections, language)
  return paperOf(
    call,
    {
      title: t('awardPapers.paper.notice', { kind: name }),
      month: award.no ?? '',
      period: t('awardPapers.paper.span', { from: award.from, to: award.to }),
      sections: [
        {
          heading: t('awardPapers.paper.facts'),
          blocks: [
            plain(t('awardPapers.paper.noticeLead', { nominee: nomineeName(ground), kind: name })),
            factsOf(facts),
          ],
        },
        {
          heading: t('awardPapers.paper.objection'),
          blocks: [
            factsOf([
              [t('awardPapers.paper.fact.rule'), rule],
              [t('awardPapers.paper.fact.contact'), contact || ground.outlet],
            ]),
          ],
        },
        signatures(ground, ['head', 'seal']),
      ],
    },
    language,
  )
}

/** 推荐表 of ours: facts, criteria with their evidence, the story. */
export function buildNomination(call: Call, ground: StoryGround, story: string): ReportDocument {
  const { card, kind, t, language } = ground
  const { award } = card
  return paperOf(
    call,
    {
      title: t('awardPapers.paper.nomination'),
      month: award.no ?? award.from,
      period: t('awardPapers.paper.span', { from: award.from, to: award.to }),
      sections: [
        {
          heading: t('awardPapers.paper.facts'),
          blocks: [
            factsOf([
              [t('awardPapers.paper.fact.no'), award.no],
              [t('awardPapers.paper.fact.kind'), textIn(kind, language)],
              ...nomineeRows(ground),
              [t('awardPapers.paper.fact.nominator'), award.nominator.name],
              [t('awardPapers.paper.fact.reason'), award.reason],
            ]),
          ],
        },
        { heading: t('awardPapers.paper.criteria'), blocks: [criteriaTable(ground)] },
        { heading: t('awardPapers.paper.story'), blocks: [plain(story)] },
        signatures(ground, ['nominator', 'head', 'seal']),
      ],
    },
    language,
  )
}

export function buildStory(call: Call, ground: StoryGround, story: string): ReportDocument {
  const { card, kind, t, language } = ground
  return paperOf(
    call,
    {
      title: t('awardPapers.paper.story'),
      month: card.award.no ?? card.award.from,
      period: t('awardPapers.paper.span', { from: card.award.from, to: card.award.to }),
      sections: [{ heading: `${nomineeName(ground)} · ${textIn(kind, language)}`, blocks: [plain(story)] }],
    },
    language,
  )
}

/** What a person saved, or the draft. */
export function storyText(call: Call, { card }: StoryGround, draft: string): string {
  return readStoryRow(call.database, card.award.uid).story ?? draft
}

export function nomineeName({ card, outlet }: Pick<StoryGround, 'card' | 'outlet'>): string {
  const { person, team } = card.award.nominee
  return person?.name ?? team ?? outlet
}

/** Evidence as the story says it, beside its day: a line of a table, so without that day again and without a full stop. */
export function evidenceLines(ground: StoryGround, criterion: string): { on: string; text: string }[] {
  return ground.card.evidence
    .filter((one) => one.criterion === criterion)
    .map((one) => {
      const text = sentenceOf(one, ground)[0]?.text ?? one.title ?? ''
      const day = spokenDay(one.on, ground.language)
      const rest = text.startsWith(day) ? text.slice(day.length).replace(/^[，,：:]\s*/, '') : text
      return { on: one.on, text: rest.replace(/[。.]$/, '') }
    })
}

function nomineeRows(ground: StoryGround): ReportCell[][] {
  const { t, post, card } = ground
  const { members } = card.award.nominee
  return [
    [t('awardPapers.paper.fact.nominee'), nomineeName(ground)],
    ...(post === '' ? [] : [[t('awardPapers.paper.fact.post'), post]]),
    ...(members.length === 0
      ? []
      : [
          [t('awardPapers.paper.fact.members'), members.map(({ name }) => name).join(t('awardPapers.screen.listJoin'))],
        ]),
  ]
}

function criteriaTable(ground: StoryGround): ReportBlock {
  const { t, kind, language } = ground
  return {
    type: 'table',
    columns: [
      { header: t('awardPapers.paper.fact.criterion'), kind: 'text', weight: 2 },
      { header: t('awardPapers.paper.fact.weight'), kind: 'integer', weight: 0.8 },
      { header: t('awardPapers.paper.fact.on'), kind: 'day', weight: 1.2 },
      { header: t('awardPapers.paper.fact.evidence'), kind: 'text', weight: 5 },
    ],
    rows: kind.criteria.flatMap((criterion): ReportCell[][] => {
      const lines = evidenceLines(ground, criterion.id)
      const name = textIn(criterion, language)
      if (lines.length === 0) return [[name, criterion.weight, '', t('reports.none')]]
      return lines.map(({ on, text }, index) => [
        index === 0 ? name : '',
        index === 0 ? criterion.weight : null,
        on,
        text,
      ])
    }),
  }
}

function signatures({ t }: StoryGround, lines: ('head' | 'seal' | 'nominator')[]): ReportSection {
  return {
    heading: t('awardPapers.paper.signatures'),
    blocks: [{ type: 'signatures', lines: lines.map((line) => t(`awardPapers.paper.sign.${line}`)) }],
  }
}

function factsOf(rows: ReportCell[][]): ReportBlock {
  return {
    type: 'table',
    columns: [
      { header: '', kind: 'text', weight: 1 },
      { header: '', kind: 'text', weight: 4 },
    ],
    rows,
  }
}

function plain(text: string): ReportBlock {
  return { type: 'text', text, isTyped: false }
}
