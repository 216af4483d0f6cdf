/** Durations in milliseconds; the first tenth warms up and does not count. */
export interface Sample {
  median: number
  p95: number
  p99: number
}

export class Durations implements Sample {
  readonly median: number
  readonly p95: number
  readonly p99: number

  constructor(durations: readonly number[]) {
    const counted = durations.slice(Math.floor(durations.length / 10)).sort((a, b) => a - b)
    const at = (share: number) => counted[Math.min(Math.floor(counted.length * share), counted.length - 1)] ?? 0
    this.median = at(0.5)
    this.p95 = at(0.95)
    this.p99 = at(0.99)
  }
}

export async function sampleOfCalls(times: number, work: (time: number) => Promise<unknown>): Promise<Sample> {
  const durations: number[] = []
  for (let time = 0; time < times; time++) durations.push(await timed(() => work(time)))
  return new Durations(durations)
}

interface InTurn {
  /** Not timed. */
  prepare(): Promise<unknown>
  ours(): Promise<unknown>
  bare(): Promise<unknown>
}

/** Ours and the bare part in turn, so that both meet the same machine. */
export async function sampleInTurn(times: number, work: InTurn): Promise<{ ours: Sample; bare: Sample }> {
  const ours: number[] = []
  const bare: number[] = []
  for (let time = 0; time < times; time++) {
    await work.prepare()
    ours.push(await timed(work.ours))
    bare.push(await timed(work.bare))
  }
  return { ours: new Durations(ours), bare: new Durations(bare) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
