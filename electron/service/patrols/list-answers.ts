import type { RoundId } from '../../../shared/contract/checklists.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { Answer, FoundAnswer, patrols } from '../../../shared/contract/patrols.ts'
import { listRounds, type NumberedItem, readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { contractAnswer, findAnswer, listAnswers, searchRemarks } from './answer-repository.ts'
import { getPatrolById, listPatrols, type PatrolRow } from './patrol-repository.ts'

/** Notes that hold the words, by text or pinyin, and notes on items whose wording holds them. */
export function searchAnswers(call: Call, { text, limit }: InputOf<typeof patrols.search>): FoundAnswer[] {
  const words = text.toLowerCase()
  const current = readChecklist(call.database)
  const items = current.items
    .filter(({ zh, en }) => zh.includes(text) || en.toLowerCase().includes(words))
    .map(({ no }) => no)
  const refs = staffRefs(call.database)
  const rounds = new Map(listRounds(call.database).map(({ no, id }) => [no, id]))
  return searchRemarks(call.database, words, items, limit).flatMap(({ patrolId, itemNo }) => {
    const patrol = getPatrolById(call.database, patrolId)
    const round = rounds.get(patrol.round_no)
    const item = readChecklist(call.database, patrol.checklist_version ?? undefined).itemByNo.get(itemNo)
    const answer = findAnswer(call.database, patrolId, itemNo, patrol.opened_at ?? 0)
    return round && item && answer ? foundAnswer(patrol, round, item, contractAnswer(answer, item.id, refs)) : []
  })
}

type Input = InputOf<typeof patrols.answers>
type Output = OutputOf<typeof patrols.answers>

const MOST_ROWS = 2000

/** The answers behind a figure, newest first. */
export function listAnswersBehind(call: Call, { from, to, item, zone, round, values }: Input): Output {
  const refs = staffRefs(call.database)
  const rounds = new Map(listRounds(call.database).map(({ no, id }) => [no, id]))
  const wanted = new Set(values)
  const rows: Output = []
  for (const patrol of listPatrols(call.database, from, to).reverse()) {
    const roundId = rounds.get(patrol.round_no)
    if (patrol.opened_at === null || patrol.kind === 'recheck' || !roundId || (round && round !== roundId)) continue
    const { itemByNo } = readChecklist(call.database, patrol.checklist_version ?? undefined)
    const answers = listAnswers(call.database, patrol.id, patrol.opened_at)
    for (const answer of answers.sort((one, other) => other.seenAt - one.seenAt)) {
      const of = itemByNo.get(answer.itemNo)
      if (!of || !wanted.has(answer.value) || (item && of.id !== item) || (zone && of.zone !== zone)) continue
      rows.push(foundAnswer(patrol, roundId, of, contractAnswer(answer, of.id, refs)))
      if (rows.length >= MOST_ROWS) return rows
    }
  }
  return rows
}

function foundAnswer(patrol: PatrolRow, round: RoundId, item: NumberedItem, answer: Answer): FoundAnswer {
  return { ...answer, patrolUid: patrol.uid, on: patrol.on, round, zh: item.zh, en: item.en, zone: item.zone }
}
