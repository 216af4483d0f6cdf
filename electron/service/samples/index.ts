export { createRandom } from './random.ts'
export type { SampleClock } from './sample-round.ts'
export { type SampleOptions, type SampleWorld, writeSampleWorld } from './sample-world.ts'
