import { isContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import { contract } from '../../shared/contract/index.ts'
import type { ProcedureMeta } from '../../shared/contract/procedure.ts'

export interface NamedProcedure {
  path: string
  feature: string
  name: string
  meta: ProcedureMeta
  input: z.ZodType | undefined
  output: z.ZodType | undefined
}

/** Every procedure of the contract, the event stream included, in the order of their names. */
export function allProcedures(): NamedProcedure[] {
  return Object.entries(contract as unknown as Record<string, Record<string, unknown>>)
    .flatMap(([feature, procedures]) =>
      Object.entries(procedures).map(([name, procedure]) => {
        if (!isContractProcedure(procedure)) throw new Error(`${feature}.${name} is no procedure`)
        const { meta, inputSchema, outputSchema } = procedure['~orpc']
        return {
          path: `${feature}.${name}`,
          feature,
          name,
          meta: meta as ProcedureMeta,
          input: inputSchema as z.ZodType | undefined,
          output: outputSchema as z.ZodType | undefined,
        }
      }),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
