import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { patrols } from '../../../shared/contract/patrols.ts'
import { listRounds, readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { contractAnswer, listAnswers } from './answer-repository.ts'
import { listPatrols } from './patrol-repository.ts'

type Input = InputOf<typeof patrols.answers>
type Output = OutputOf<typeof patrols.answers>

const MOST_ROWS = 2000

/** The answers behind a figure, newest day first. */
export function listAnswersBehind(call: Call, { from, to, item, zone, round, values }: Input): Output {
  const refs = staffRefs(call.database)
  const rounds = new Map(listRounds(call.database).map(({ no, id }) => [no, id]))
  const wanted = new Set(values)
  const rows: Output = []
  for (const patrol of listPatrols(call.database, from, to).reverse()) {
    const roundId = rounds.get(patrol.round_no)
    if (patrol.opened_at === null || patrol.kind === 'recheck' || !roundId || (round && round !== roundId)) continue
    const { itemByNo } = readChecklist(call.database, patrol.checklist_version ?? undefined)
    for (const answer of listAnswers(call.database, patrol.id, patrol.opened_at)) {
      const of = itemByNo.get(answer.itemNo)
      if (!of || !wanted.has(answer.value) || (item && of.id !== item) || (zone && of.zone !== zone)) continue
      rows.push({
        ...contractAnswer(answer, of.id, refs),
        patrolUid: patrol.uid,
        on: patrol.on,
        round: roundId,
        zh: of.zh,
        en: of.en,
        zone: of.zone,
      })
      if (rows.length >= MOST_ROWS) return rows
    }
  }
  return rows
}
