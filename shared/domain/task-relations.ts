/** Who a person is to a task. Roles are checked by the runner, relations by the command. */
export interface TaskParties {
  ownerStaff: number | null
  ownerQueue: string | null
  coOwner: number | null
  verifier: number | null
  foundBy: number | null
}

export interface Party {
  staffId: number | null
  role: string | null
  /** Post and duties: the queues a person may take from. */
  queues: readonly string[]
}

const VERIFYING_ROLES = ['outlet-head', 'ops-supervisor', 'lobby-manager']

/** Every name under which the transition table may allow this person a step. */
export function relationsTo(task: TaskParties, party: Party): Set<string> {
  const relations = new Set<string>()
  if (party.role === 'system') return relations.add('system')
  if (party.role) relations.add(party.role)
  const isOwner = party.staffId !== null && task.ownerStaff === party.staffId
  const mayTake = task.ownerStaff === null && task.ownerQueue !== null && party.queues.includes(task.ownerQueue)
  if (isOwner || mayTake) relations.add('owner')
  const hasHelped = party.staffId !== null && task.coOwner === party.staffId
  if (!isOwner && !hasHelped && VERIFYING_ROLES.includes(party.role ?? '')) {
    relations.add('verifier-not-owner')
    if (task.verifier !== party.staffId) relations.add('checker-other')
  }
  if (party.staffId !== null && task.foundBy === party.staffId) relations.add('answerer')
  if (party.role === 'outlet-head') relations.add('outlet-head-recording-decision')
  return relations
}
