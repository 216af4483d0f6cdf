import type { MeetingLine } from '../../../shared/contract/meeting-lines.ts'
import type { MinutesSection } from '../../../shared/contract/meeting-month.ts'
import type { Meeting } from '../../../shared/contract/meetings.ts'
import { businessDay, formatClock, minuteOfDay } from '../../../shared/domain/business-day.ts'
import { type Holder, holdersOf } from '../../../shared/domain/decided-line.ts'
import { callsRoll } from '../../../shared/domain/roll-call.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { checkpointCode } from '../audit/index.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import {
  photoOf,
  type ReportBlock,
  type ReportCell,
  type ReportDocument,
  type ReportSection,
} from '../reports/index.ts'
import { readZone } from '../settings/index.ts'
import { type Flow, readFlow } from './flow.ts'
import { getMeeting } from './meeting-repository.ts'
import { readMeeting, readReturned } from './read-meeting.ts'

const LEARNING = ['quiz', 'drill-result', 'notices-passed']

interface Making {
  call: Call
  read: Meeting
  language: Language
  t: Translate
  zone: string
  flow: Flow
}

/** The minutes of one meeting with the sections somebody chose; who, when and the signatures are always in. */
export function buildMinutes(
  call: Call,
  { meeting: uid, sections, language }: { meeting: string; sections: readonly MinutesSection[]; language: Language },
): ReportDocument {
  const { database } = call
  const t = translatorFor(language)
  const read = readMeeting(call, getMeeting(database, uid))
  const { meeting } = read
  const zone = readZone(database)
  const making: Making = { call, read, language, t, zone, flow: readFlow(call.ports.content) }
  const outlet = findOutlet(database)
  return {
    kind: 'meeting-minutes',
    language,
    title: t('meetingViews.minutes.title', { name: textIn(meeting.templateName, language) }),
    outlet: outlet?.name ?? '',
    outletCode: outlet?.code ?? '',
    month: meeting.on,
    period: meeting.state === 'signed' ? meeting.on : t('meetingViews.minutes.unsigned', { on: meeting.on }),
    printedAt: momentOf(call.now, zone),
    auditCode: checkpointCode(database),
    isLandscape: false,
    hasTyped: false,
    sections: [
      { heading: t('meetingViews.minutes.facts'), blocks: [factsOf(making)] },
      ...sections.flatMap((id) => {
        const blocks = BUILDERS[id](making)
        return blocks.length > 0 ? [{ heading: t(`meetingViews.sections.${id}`), blocks }] : []
      }),
      signatures(making),
    ],
  }
}

const BUILDERS: Readonly<Record<MinutesSection, (making: Making) => ReportBlock[]>> = {
  attendance: ({ read, t }) =>
    rowsIn(
      [
        t('meetingViews.column.person'),
        t('meetingViews.column.attendance'),
        t('meetingViews.column.reason'),
        t('meetingViews.column.cover'),
      ],
      read.attendance.map(({ person, state, reason, coveredBy }) => [
        person.name,
        t(`meetingViews.attendance.${state}`),
        reason,
        coveredBy?.name ?? null,
      ]),
    ),
  pairs: ({ read, t }) =>
    rowsIn(
      [t('meetingViews.column.pair'), t('meetingViews.column.fixed')],
      read.pairs.map(({ a, b, fixed }) => [`${a.name} · ${b.name}`, fixed ?? t('meetingViews.allWell')]),
    ),
  steps: ({ read, t, language }) =>
    rowsIn(
      [t('meetingViews.column.step'), t('meetingViews.column.minutes'), t('meetingViews.column.note')],
      read.steps.map(({ position, seconds, isOver, note }) => {
        const step = read.template.steps[position]
        const spent = t('meetingViews.spent', { spent: Math.round(seconds / 60), planned: step?.minutes ?? 0 })
        return [step ? textIn(step.name, language) : '', isOver ? t('meetingViews.spentOver', { spent }) : spent, note]
      }),
    ),
  lines: (making) =>
    linesIn(
      making,
      making.read.lines.filter(
        ({ capture, task }) => task === null && capture !== 'praise' && !LEARNING.includes(capture),
      ),
    ),
  tasks: (making) =>
    linesIn(
      making,
      making.read.lines.filter(({ task }) => task !== null),
    ),
  praise: (making) =>
    linesIn(
      making,
      making.read.lines.filter(({ capture }) => capture === 'praise'),
    ),
  learning: (making) =>
    linesIn(
      making,
      making.read.lines.filter(({ capture, task }) => task === null && LEARNING.includes(capture)),
    ),
  returned: (making) =>
    linesIn(making, readReturned(making.call, getMeeting(making.call.database, making.read.meeting.uid))),
  photos({ call, read, t }) {
    const photos = read.photos.flatMap((hash) => photoOf(call, hash))
    return photos.length > 0
      ? [{ type: 'photos', sides: [{ label: t('meetingViews.sections.photos'), empty: '', photos }] }]
      : []
  },
  additions: ({ read, zone }) =>
    read.additions.map(({ at, by, words }) => ({
      type: 'text',
      text: `${momentOf(at, zone)} ${by}：${words}`,
      isTyped: false,
    })),
}

function factsOf({ read, t, zone }: Making): ReportBlock {
  const { meeting, quorum } = read
  const span = [meeting.startedAt, meeting.endedAt].map((at) => (at === null ? '' : momentOf(at, zone))).join(' – ')
  const rows: ReportCell[][] = [
    [t('meetingViews.fact.time'), span],
    [t('meetingViews.fact.host'), meeting.host.name],
    [t('meetingViews.fact.recorder'), meeting.recorder?.name ?? ''],
    [
      t('meetingViews.fact.present'),
      meeting.isCalled
        ? t('meetingViews.present', { present: quorum.present, due: quorum.due })
        : t(callsRoll(read.template) ? 'meetings.run.notCalled' : 'meetings.run.noRoll', { due: quorum.due }),
    ],
    ...(meeting.isHeld ? [] : [[t('meetingViews.fact.held'), t('meetingViews.tooFew')]]),
    ...(meeting.isLate ? [[t('meetingViews.fact.late'), meeting.lateReason ?? t('meetingViews.sameDay')]] : []),
  ]
  return {
    type: 'table',
    columns: [
      { header: '', kind: 'text', weight: 1 },
      { header: '', kind: 'text', weight: 4 },
    ],
    rows,
  }
}

function signatures({ read, t, zone }: Making): ReportSection {
  const { signedBy, signedAt, confirmedBy, confirmedAt } = read.meeting
  const line = (label: string, by: string | null, at: number | null) =>
    by === null || at === null ? label : `${label} ${by} ${momentOf(at, zone)}`
  const blocks: ReportBlock[] = [
    {
      type: 'signatures',
      lines: [
        line(t('meetingViews.fact.signed'), signedBy, signedAt),
        line(t('meetingViews.fact.confirmed'), confirmedBy, confirmedAt),
      ],
    },
  ]
  if (read.digest)
    blocks.push({ type: 'text', text: t('meetingViews.digest', { digest: read.digest }), isTyped: false })
  return { heading: t('meetingViews.minutes.signatures'), blocks }
}

function linesIn(making: Making, lines: readonly MeetingLine[]): ReportBlock[] {
  const { t, flow, language } = making
  return rowsIn(
    [
      t('meetingViews.column.topic'),
      t('meetingViews.column.words'),
      t('meetingViews.column.person'),
      t('meetingViews.column.due'),
      t('meetingViews.column.state'),
    ],
    lines.map((line) => {
      const name = flow.captures.get(line.capture)?.name
      return [
        name ? textIn(name, language) : line.capture,
        wordsOf(making, line),
        whoOf(making, line),
        dueOf(making, line),
        stateOf(making, line),
      ]
    }),
  )
}

/** With the card of a drill, who played what, and the answer of the branch. */
function wordsOf({ t, language }: Making, { words, card, people, raises }: MeetingLine): string {
  const played = people.flatMap(({ name, role }) => (role ? [t('meetings.line.played', { name, role })] : []))
  const told = [card && t('meetings.line.ofCard', { card: textIn(card, language) }), ...played].filter(Boolean)
  const said = told.length > 0 ? t('meetingViews.told', { words, told: told.join(' · ') }) : words
  const answer = raises.findLast((raise) => raise.answer !== null)?.answer
  if (answer) return t('meetingViews.answered', { words: said, answer })
  return raises.length > 0 ? t('meetingViews.raised', { words: said }) : said
}

/** Whose it is as it was said, and who has its task now where that is another; of something passed on who knows it. */
function whoOf({ t, zone }: Making, line: MeetingLine): string | null {
  const { said, now } = holdersOf(line, zone)
  const nameOf = ({ name, queue }: Holder) => name ?? (queue ? t(`checklists.owner.${queue}`) : null)
  const known = line.people.flatMap(({ name, role }) => (role === null ? [name] : []))
  const owner = nameOf(said)
  if (owner === null) return known.length > 0 ? known.join(' ') : null
  if (!now || nameOf(now) === owner) return owner
  return t('meetingViews.since', { said: owner, now: nameOf(now) ?? t('meetings.line.nobody') })
}

function dueOf({ t, zone }: Making, line: MeetingLine): string | null {
  const { said, now } = holdersOf(line, zone)
  const isMoved = said.dueOn !== null && now?.dueOn && now.dueOn !== said.dueOn
  return isMoved ? t('meetingViews.since', { said: said.dueOn ?? '', now: now.dueOn ?? '' }) : said.dueOn
}

function stateOf({ t }: Making, { task, state, extra, reason }: MeetingLine): string | null {
  if (task)
    return task.isEnded ? t('meetingViews.because', { state: task.no, reason: t('meetings.line.taskEnded') }) : task.no
  if (extra?.quiz) return t(extra.quiz.isRight ? 'meetings.line.right' : 'meetings.line.wrong')
  if (state === 'said') return null
  const word = t(`meetingViews.lineState.${state}`)
  return reason ? t('meetingViews.because', { state: word, reason }) : word
}

/** Nothing where there are no rows: an empty table says less than none. The second column is the wide one. */
function rowsIn(headers: readonly string[], rows: readonly ReportCell[][]): ReportBlock[] {
  if (rows.length === 0) return []
  const columns = headers.map((header, index) => ({
    header,
    kind: 'text' as const,
    weight: index === 1 && headers.length > 4 ? 4 : index === headers.length - 1 && headers.length < 4 ? 3 : 1.2,
  }))
  return [{ type: 'table', columns, rows: [...rows] }]
}

function momentOf(at: number, zone: string): string {
  return `${businessDay(at, zone)} ${formatClock(minuteOfDay(at, zone))}`
}
