import { contract } from '../../shared/contract/index.ts'
import type { ProcedureMeta } from '../../shared/contract/procedure.ts'

/** What the contract says of the procedure at a path; undefined for a path it does not know. */
export function metaOf([feature = '', name = '']: readonly unknown[]): ProcedureMeta | undefined {
  const features: Record<string, Record<string, { '~orpc': { meta: ProcedureMeta } }>> = contract
  const procedures = Object.hasOwn(features, String(feature)) ? features[String(feature)] : undefined
  const procedure = procedures && Object.hasOwn(procedures, String(name)) ? procedures[String(name)] : undefined
  return procedure?.['~orpc'].meta
}
