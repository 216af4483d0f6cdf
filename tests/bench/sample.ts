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

export function sampleOf(times: number, work: () => unknown): Sample {
  const durations: number[] = []
  for (let time = 0; time < times; time++) {
    const startedAt = performance.now()
    work()
    durations.push(performance.now() - startedAt)
  }
  return new Durations(durations)
}

export async function sampleOfCalls(times: number, work: (time: number) => Promise<unknown>): Promise<Sample> {
  const durations: number[] = []
  for (let time = 0; time < times; time++) {
    const startedAt = performance.now()
    await work(time)
    durations.push(performance.now() - startedAt)
  }
  return new Durations(durations)
}
