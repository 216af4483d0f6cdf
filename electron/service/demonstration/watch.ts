import type { DemonstrationProgress } from '../../../shared/contract/demonstration.ts'
import type { Watch as WatchOf } from '../watched.ts'

export { step } from '../watched.ts'
export type Watch = WatchOf<DemonstrationProgress['stage']>
