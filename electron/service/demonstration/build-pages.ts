import { businessDay } from '../../../shared/domain/business-day.ts'
import { figuresOf } from '../../../shared/domain/patrol-figures.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import type { ReportBlock, ReportCell, ReportColumn, ReportPhoto, ReportSection } from '../reports/index.ts'
import type { ClauseFile, Demonstration, TaskProof } from './collect-proof.ts'
import type { ProofLine } from './proof-repository.ts'

/** Rows of fails a page shows; the list beside it holds all of them. */
const MOST_FAILS = 200

export interface PageGround {
  t: Translate
  language: Language
  zone: string
  /** Names of the rounds by their number, and of the drill cards by their id. */
  roundNames: ReadonlyMap<number, string>
  cardNames: ReadonlyMap<string, string>
  awardNames: ReadonlyMap<string, string>
  outlet: string
  /** The photo as the page shows it; nothing where it is gone. */
  photoOf(task: TaskProof, side: 'before' | 'after', hash: string): ReportPhoto[]
}

/** Gaps, then one row for each clause, then what speaks for all of them. */
export function firstSections(file: Demonstration, ground: PageGround): ReportSection[] {
  const { t } = ground
  return [
    { heading: t('demonstration.section.gaps'), blocks: [gapsBlock(file, ground)] },
    {
      heading: t('demonstration.section.clauses'),
      blocks: [
        table(
          [
            [t('demonstration.column.number'), 'integer', 0.8],
            [t('demonstration.column.clause'), 'text', 5],
            [t('demonstration.column.items'), 'integer', 1],
            [t('demonstration.column.rounds'), 'integer', 1.1],
            [t('demonstration.column.answers'), 'integer', 1.2],
            [t('demonstration.column.passRate'), 'percent', 1.4],
            [t('demonstration.column.tasks'), 'integer', 1],
            [t('demonstration.column.photos'), 'integer', 1],
            [t('demonstration.column.gaps'), 'integer', 1],
          ],
          file.clauses.map(({ clause, proof }, index) => [
            index + 1,
            clause,
            proof.items,
            proof.rounds,
            proof.answers,
            proof.passRate,
            proof.tasks,
            proof.photos,
            proof.gaps,
          ]),
        ),
        ...(file.photosLeftOut > 0 ? [text(t('demonstration.photosLeftOut', { count: file.photosLeftOut }))] : []),
      ],
    },
    {
      heading: t('demonstration.section.meetings'),
      blocks: [
        table(
          [
            [t('demonstration.column.month'), 'text', 1],
            [t('demonstration.column.meetings'), 'integer', 1],
            [t('demonstration.column.drills'), 'integer', 1],
            [t('demonstration.column.quizzes'), 'integer', 1],
          ],
          file.months.map((month) => {
            const of = file.trainings.filter(({ on }) => on.startsWith(month))
            const drills = of.filter(({ capture }) => capture === 'drill-result').length
            return [month, file.meetingsByMonth.get(month) ?? 0, drills, of.length - drills]
          }),
        ),
      ],
    },
    {
      heading: t('demonstration.section.trainings'),
      blocks: [text(t('demonstration.ofWholeFile')), linesBlock(file.trainings, ground)],
    },
    { heading: t('demonstration.section.awards'), blocks: [awardsBlock(file, ground)] },
  ]
}

/** What stands for one clause. */
export function clauseSections(file: ClauseFile, ground: PageGround): ReportSection[] {
  const { t, language } = ground
  return [
    {
      heading: t('demonstration.section.items'),
      blocks: [
        table(
          [
            [t('demonstration.column.item'), 'text', 5],
            [t('demonstration.column.severity'), 'text', 1],
          ],
          file.items.map((item) => [textIn(item, language), t(`rectifications.severities.${item.severity}`)]),
        ),
      ],
    },
    { heading: t('demonstration.section.rounds'), blocks: [roundsBlock(file, ground)] },
    { heading: t('demonstration.section.fails'), blocks: failsBlocks(file, ground) },
    { heading: t('demonstration.section.tasks'), blocks: taskBlocks(file, ground) },
    { heading: t('demonstration.section.lines'), blocks: [linesBlock(file.lines, ground)] },
  ]
}

function gapsBlock({ gaps }: Demonstration, { t }: PageGround): ReportBlock {
  if (gaps.length === 0) return text(t('demonstration.noGaps'))
  return table(
    [
      [t('demonstration.column.clause'), 'text', 3],
      [t('demonstration.column.missing'), 'text', 2],
      [t('demonstration.column.details'), 'text', 4],
    ],
    gaps.map(({ clause, kind, count, details }) => [
      clause ?? t('demonstration.wholeFile'),
      t(`demonstration.gap.${kind}`, { count }),
      details.join(t('demonstration.comma')) + (count > details.length ? t('demonstration.andMore', { count }) : ''),
    ]),
  )
}

function roundsBlock({ months }: ClauseFile, { t }: PageGround): ReportBlock {
  const counts = ['pass', 'fixed', 'fail', 'na', 'notSeen'] as const
  return table(
    [
      [t('demonstration.column.month'), 'text', 1.4],
      [t('demonstration.column.rounds'), 'integer', 1],
      ...counts.map((count): Column => [t(`demonstration.column.${count}`), 'integer', 1]),
      [t('demonstration.column.passRate'), 'percent', 1.3],
    ],
    months.map(({ month, rounds, tally }) => [
      month,
      rounds,
      ...counts.map((count) => tally[count]),
      figuresOf(tally).passRate,
    ]),
  )
}

function failsBlocks({ answers, items }: ClauseFile, { t, language, roundNames }: PageGround): ReportBlock[] {
  const wordings = new Map(items.map((item) => [item.no, textIn(item, language)]))
  const fails = answers.filter(({ value }) => value === 'fail' || value === 'fixed')
  return [
    table(
      [
        [t('demonstration.column.day'), 'day', 1.6],
        [t('demonstration.column.round'), 'text', 1.4],
        [t('demonstration.column.item'), 'text', 3.2],
        [t('demonstration.column.answer'), 'text', 1.2],
        [t('demonstration.column.note'), 'text', 2.4],
        [t('demonstration.column.taskNo'), 'text', 2.6],
      ],
      fails
        .slice(-MOST_FAILS)
        .map(({ on, roundNo, itemNo, value, note, taskNo }) => [
          on,
          roundNames.get(roundNo) ?? String(roundNo),
          wordings.get(itemNo) ?? '',
          t(`patrols.answersFull.${value}`),
          note,
          taskNo,
        ]),
    ),
    ...(fails.length > MOST_FAILS ? [text(t('demonstration.failsLeftOut', { count: fails.length - MOST_FAILS }))] : []),
  ]
}

function taskBlocks({ tasks }: ClauseFile, ground: PageGround): ReportBlock[] {
  const { t, zone, photoOf } = ground
  const day = (at: number | null) => (at === null ? '' : businessDay(at, zone))
  return [
    table(
      [
        [t('demonstration.column.taskNo'), 'text', 2.6],
        [t('demonstration.column.found'), 'day', 1.6],
        [t('demonstration.column.problem'), 'text', 2.9],
        [t('demonstration.column.severity'), 'text', 1.2],
        [t('demonstration.column.owner'), 'text', 1.2],
        [t('demonstration.column.done'), 'day', 1.6],
        [t('demonstration.column.verified'), 'day', 1.6],
        [t('demonstration.column.state'), 'text', 1.2],
      ],
      tasks.map((task) => [
        task.no,
        day(task.foundAt),
        task.description,
        t(`rectifications.severities.${task.severity}`),
        task.owner,
        day(task.doneAt),
        day(task.verifiedAt ?? task.closedAt),
        t(`rectifications.states.${task.state as 'found'}`),
      ]),
    ),
    ...tasks
      .filter(({ before, after }) => before.length + after.length > 0)
      .map((task): ReportBlock => {
        const side = (name: 'before' | 'after') => ({
          label: `${task.no} ${t(`rectifications.card.${name}`)}`,
          empty: t(name === 'before' ? 'rectifications.card.noBefore' : 'rectifications.card.noAfter'),
          photos: task[name].flatMap((hash) => photoOf(task, name, hash)),
        })
        return { type: 'photos', sides: [side('before'), side('after')] }
      }),
  ]
}

function linesBlock(lines: readonly ProofLine[], { t, cardNames }: PageGround): ReportBlock {
  return table(
    [
      [t('demonstration.column.day'), 'day', 1.3],
      [t('demonstration.column.meeting'), 'text', 1],
      [t('demonstration.column.kind'), 'text', 1.3],
      [t('demonstration.column.words'), 'text', 5],
      [t('demonstration.column.person'), 'text', 1.2],
    ],
    lines.map(({ on, kind, capture, words, person, extra }) => [
      on,
      t(`meetingViews.templates.kinds.${kind}`),
      capture === 'drill-result' || capture === 'quiz'
        ? t(`demonstration.training.${capture}`)
        : t('demonstration.training.task'),
      [cardName(extra, cardNames), words].filter(Boolean).join(t('demonstration.colon')),
      person,
    ]),
  )
}

function awardsBlock({ awards }: Demonstration, { t, awardNames, outlet }: PageGround): ReportBlock {
  return table(
    [
      [t('demonstration.column.day'), 'day', 1.3],
      [t('demonstration.column.awardNo'), 'text', 1.4],
      [t('demonstration.column.award'), 'text', 2],
      [t('demonstration.column.person'), 'text', 1.4],
      [t('demonstration.column.reason'), 'text', 4],
    ],
    awards.map(({ grantedOn, no, kind, nominee, reason }) => [
      grantedOn,
      no,
      awardNames.get(kind) ?? kind,
      nominee || outlet,
      reason,
    ]),
  )
}

/** What a drill was about, by its card. */
function cardName(extra: string | null, names: ReadonlyMap<string, string>): string {
  const { drill } = JSON.parse(extra ?? '{}') as { drill?: { card: string } }
  return drill ? (names.get(drill.card) ?? '') : ''
}

type Column = [header: string, kind: ReportColumn['kind'], weight: number]

function table(columns: Column[], rows: ReportCell[][]): ReportBlock {
  return { type: 'table', columns: columns.map(([header, kind, weight]) => ({ header, kind, weight })), rows }
}

function text(words: string): ReportBlock {
  return { type: 'text', text: words, isTyped: false }
}
