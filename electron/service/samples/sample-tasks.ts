import type { Client } from '../../../shared/contract/index.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { DAY_MS } from '../../../shared/domain/business-day.ts'
import type { Random } from './random.ts'

const CAUSES = ['equipment.ageing', 'equipment.fault', 'material.out', 'method.not-followed', 'management.no-check']
const RESULTS = ['已更换并试用正常', '已补齐并拍照', '已联系厂家修复', '已重新张贴', '已清洁到位']
const MEASURES = ['更换老化部件', '按新版标准重新布置', '与厂家签订定期保养', '明确责任人和检查时点']
const PREVENTIONS = ['列入每周点检', '晨会演示标准做法', '与厂家约定按月保养', '调整摆放并画线定位']
const COSTS_FEN = [3_500, 12_000, 8_800, 26_000, 150_000]
const CHECKS = ['现场看过，合格', '照片与现场一致', '连看三次均合格']

export interface SampleTeam {
  /** Clients by post or duty: who takes from that queue. */
  ofQueue(queue: string): Client
  named(name: string): Client
  verifierOtherThan(name: string): Client
  checkerOtherThan(names: (string | null)[]): Client
}

/** A day's work on open tasks: accepted, done, sent back now and then, verified by somebody else, looked back on. */
export async function workOnTasks(lists: Client, team: SampleTeam, random: Random): Promise<void> {
  const { tasks } = await lists.rectifications.list({
    states: ['assigned', 'doing', 'submitted', 'returned', 'lookback', 'reopened', 'escalated'],
    limit: 300,
  })
  for (const task of tasks) await workOn(task, team, random)
}

/** Some faults wait for a vendor, a part or an answer: they move once in a while and grow overdue. */
const SLOW_TASK_EVERY = 8
const SLOW_STEP = 0.03

async function workOn(task: Rectification, team: SampleTeam, random: Random): Promise<void> {
  const { uid, state } = task
  if (Number(task.no.slice(-4)) % SLOW_TASK_EVERY === 3 && !random.chance(SLOW_STEP)) return
  const ownerName = task.owner.person?.name ?? ''
  const owner = task.owner.person ? team.named(ownerName) : team.ofQueue(task.owner.queue ?? 'lobby-manager')
  if (state === 'assigned' && random.chance(0.85)) {
    await owner.rectifications.move({ uid, from: 'assigned', to: 'doing' })
  } else if (state === 'doing' && random.chance(0.7)) {
    await submit(owner, task, random)
  } else if (state === 'returned') {
    await owner.rectifications.move({ uid, from: 'returned', to: 'doing' })
  } else if (state === 'submitted' && random.chance(0.7)) {
    await check(team.verifierOtherThan(ownerName), uid, random)
  } else if (state === 'reopened' && random.chance(0.6)) {
    await assignAgain(team.ofQueue('outlet-head'), task, random)
  } else if (state === 'escalated' && random.chance(0.5)) {
    const decision = '支行批示：本周内办结'
    await team.ofQueue('outlet-head').rectifications.move({ uid, from: 'escalated', to: 'doing', decision })
  } else if (state === 'lookback') {
    await lookBack(team.checkerOtherThan([ownerName, task.verifier]), uid)
  }
}

/** Every fifth one cost something. */
function costOf(no: string): number | null {
  const serial = Number(no.slice(-4))
  return serial % 5 === 0 ? (COSTS_FEN[(serial / 5) % COSTS_FEN.length] ?? null) : null
}

async function submit(owner: Client, { uid, no }: Rectification, random: Random): Promise<void> {
  const { photoRequired, moves, restored, corrected, prevention } = await owner.rectifications.card({ uid })
  const requires = moves.find(({ to }) => to === 'submitted')?.requires ?? []
  await owner.rectifications.move({
    uid,
    from: 'doing',
    to: 'submitted',
    note: random.pick(RESULTS.filter((one) => one !== restored)),
    cause: random.pick(CAUSES),
    ...(requires.includes('measure-layer') && { measure: random.pick(MEASURES.filter((one) => one !== corrected)) }),
    ...(requires.includes('prevention-layer') && {
      prevention: random.pick(PREVENTIONS.filter((one) => one !== prevention)),
    }),
    costFen: costOf(no),
    photos: photoRequired ? [await samplePhoto(owner)] : [],
  })
}

/** Sent back now and then, and always where a layer is missing. */
async function check(verifier: Client, uid: string, random: Random): Promise<void> {
  const { missingLayers } = await verifier.rectifications.card({ uid })
  const redo = missingLayers.length > 0 ? missingLayers : random.chance(0.08) ? (['restore'] as const) : undefined
  if (!redo && random.chance(0.7)) await spread(verifier, uid)
  await verifier.rectifications.move({
    ...{ uid, from: 'submitted' },
    ...(redo
      ? { to: 'returned', note: '还差一点，请再处理', redo: [...redo] }
      : { to: 'verified', note: random.pick(CHECKS) }),
  })
}

/** One level higher, with what is to keep it from coming back. */
async function assignAgain(
  head: Client,
  { uid, owner, dueAt, stateSince }: Rectification,
  random: Random,
): Promise<void> {
  await head.rectifications.move({
    uid,
    from: 'reopened',
    to: 'assigned',
    ...(owner.person ? { ownerUid: owner.person.uid } : { queue: owner.queue ?? 'lobby-manager' }),
    dueAt: Math.max(dueAt, stateSince + 2 * DAY_MS),
    prevention: random.pick(PREVENTIONS),
  })
}

async function lookBack(checker: Client, uid: string): Promise<void> {
  await spread(checker, uid)
  const { moves } = await checker.rectifications.card({ uid })
  const step = moves.find(({ to }) => to === 'closed') ?? moves.find(({ to }) => to === 'lookback')
  if (step) await checker.rectifications.move({ uid, from: 'lookback', to: step.to, note: '回头看仍合格' })
}

/** Every similar spot is in order: what is not was found by the rounds. */
async function spread(checker: Client, taskUid: string): Promise<void> {
  const { reasons, check } = await checker.spreadChecks.card({ taskUid })
  if (reasons.length === 0 || check) return
  const started = await checker.spreadChecks.start({ taskUid })
  const spots = started.check?.spots.map(({ id }) => ({ id, result: 'pass' as const })) ?? []
  if (spots.length > 0) await checker.spreadChecks.check({ taskUid, spots })
  await checker.spreadChecks.finish({ taskUid, note: '同类点位均已对照' })
}

/** A small grey picture: enough to show where photos stand, invented like the rest. */
async function samplePhoto(client: Client): Promise<string> {
  const { hash } = await client.attachments.put({ file: new Blob([GREY_PNG], { type: 'image/png' }) })
  return hash
}

const GREY_PNG = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAADAAAAAkCAIAAABAJy5dAAAApklEQVR42s3OuRGAMBADQPdfFSFDQEBAPSYH2/dIOma2gG33tVc5j+2t/WpTFhptakKTTUFovlGHlhtpyLLRhYwbUci+UYRcG3rIu+GGAhtiKLZhhcIbSiizwYeSG3Aov0GGIBtYCLXBhIAbQAi7yYbgm1SIsYmHSJtgiLeJhKgbd4i98YUEG0dIs7GGZBtTSLlZh8SbRUi/mYVKNsNQ1eY7VLh5Qh1QnyJBbiOlSgAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
)
