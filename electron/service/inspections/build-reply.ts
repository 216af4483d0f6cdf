import type { RectificationCard } from '../../../shared/contract/rectifications.ts'
import type { ReportFigure } from '../../../shared/contract/reports.ts'
import { businessDay, formatClock, minuteOfDay } from '../../../shared/domain/business-day.ts'
import type { Language } from '../../../shared/messages/language.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { checkpointCode } from '../audit/index.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { readCard, readRules } from '../rectifications/index.ts'
import { photoOf, type ReportBlock, type ReportCell, type ReportDocument } from '../reports/index.ts'
import { readZone } from '../settings/index.ts'
import { getNotice, taskUidsOf } from './notice-repository.ts'

/** 检查整改回复: one section for each problem with its cause, measures, people, dates and both photos, then signatures. */
export function buildReply(call: Call, uid: string, language: Language): ReportDocument {
  const { database } = call
  const t = translatorFor(language)
  const notice = getNotice(database, uid)
  const cards = taskUidsOf(database, uid).map((task) => readCard(call, task))
  const outlet = findOutlet(database)
  const zone = readZone(database)
  const done = cards.filter(({ task }) => task.verifiedAt !== null || task.state === 'closed').length
  const figure = (id: 'problems' | 'done' | 'open', value: number): ReportFigure => ({
    id,
    label: t(`inspections.figure.${id}`),
    value,
    unit: 'count',
    source: { to: 'tasks', filter: {} },
  })
  const letter: ReportBlock = factsOf([
    [t('inspections.number'), notice.number],
    [t('inspections.inspector'), notice.inspector],
    [t('inspections.issuedOn'), notice.issuedOn],
    [t('inspections.replyBy'), notice.replyBy],
  ])
  const figures = [figure('problems', cards.length), figure('done', done), figure('open', cards.length - done)]
  return {
    kind: 'inspection-reply',
    language,
    title: t('inspections.title'),
    outlet: outlet?.name ?? '',
    outletCode: outlet?.code ?? '',
    month: notice.number,
    period: notice.number,
    printedAt: `${businessDay(call.now, zone)} ${formatClock(minuteOfDay(call.now, zone))}`,
    auditCode: checkpointCode(database),
    isLandscape: false,
    hasTyped: false,
    sections: [
      { heading: t('inspections.letter'), blocks: [letter, { type: 'figures', figures }] },
      ...cards.map((card, index) => problemOf(call, card, index + 1, language)),
      {
        heading: t('inspections.signatures'),
        blocks: [
          {
            type: 'signatures' as const,
            lines: [t('inspections.sign.handler'), t('inspections.sign.head'), t('inspections.sign.seal')],
          },
        ],
      },
    ],
  }
}

function problemOf(
  call: Call,
  card: RectificationCard,
  number: number,
  language: Language,
): ReportDocument['sections'][number] {
  const t = translatorFor(language)
  const { task } = card
  const zone = readZone(call.database)
  const day = (at: number | null) => (at === null ? '' : businessDay(at, zone))
  const causes = readRules(call.ports.content).causes.flatMap((group) => [group, ...group.sub])
  const cause = causes.find(({ id }) => id === task.cause)
  const what = (language === 'en' ? task.itemText?.en : task.itemText?.zh) ?? task.description
  const note = task.description === task.itemText?.zh ? '' : task.description
  const { person, queue, text } = task.owner
  const owner =
    person?.name ??
    text ??
    (queue === null
      ? ''
      : queue === 'device-keeper' || queue === 'safety-officer'
        ? t(`duties.${queue}`)
        : t(`posts.${queue}`))
  const photos = (hashes: readonly string[]) => [...new Set(hashes)].flatMap((hash) => photoOf(call, hash))
  return {
    heading: `${number}. ${what}`,
    blocks: [
      factsOf([
        [t('inspections.fact.no'), task.no],
        [t('inspections.fact.found'), `${day(task.foundAt)} ${t(`rectifications.sources.${task.source}`)}`],
        [t('inspections.fact.problem'), note || what],
        [t('inspections.fact.severity'), t(`rectifications.severities.${task.severity}`)],
        [t('inspections.fact.cause'), (language === 'en' ? cause?.en : cause?.zh) ?? task.cause ?? ''],
        [t('inspections.fact.temporary'), card.temporaryMeasure ?? ''],
        [t('inspections.fact.measure'), task.measure ?? ''],
        [t('inspections.fact.prevention'), card.prevention ?? ''],
        [t('inspections.fact.owner'), owner],
        [t('inspections.fact.due'), day(task.dueAt)],
        [t('inspections.fact.done'), day(task.doneAt)],
        [t('inspections.fact.verified'), [task.verifier, day(task.verifiedAt)].filter(Boolean).join(' ')],
        [t('inspections.fact.state'), t(`rectifications.states.${task.state}`)],
      ]),
      {
        type: 'photos',
        sides: [
          {
            label: t('rectifications.card.before'),
            empty: t('rectifications.card.noBefore'),
            photos: photos(card.beforePhotos),
          },
          {
            label: t('rectifications.card.after'),
            empty: t('rectifications.card.noAfter'),
            photos: photos(card.afterPhotos),
          },
        ],
      },
    ],
  }
}

/** Names and what they say, two columns, without a head. */
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
