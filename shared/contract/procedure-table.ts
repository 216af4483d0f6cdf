import { contract } from './index.ts'
import type { ProcedureMeta } from './procedure.ts'

/**
 * What the contract says of every procedure, by feature and name. The page needs no more of the contract than this:
 * its build writes the value in place of the import, so that no schema is made for the first screen.
 */
export const PROCEDURES: Readonly<Record<string, Readonly<Record<string, ProcedureMeta>>>> = Object.fromEntries(
  Object.entries(contract).map(([feature, procedures]) => [
    feature,
    Object.fromEntries(Object.entries(procedures).map(([name, one]) => [name, one['~orpc'].meta])),
  ]),
)
