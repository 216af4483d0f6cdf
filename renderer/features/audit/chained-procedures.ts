import { PROCEDURES } from '../../../shared/contract/procedure-table.ts'

/** Every command that leaves an entry in the chain. */
export function chainedProcedures(): string[] {
  return Object.entries(PROCEDURES).flatMap(([feature, procedures]) =>
    Object.entries(procedures)
      .filter(([, { audit }]) => audit === 'chain')
      .map(([name]) => `${feature}.${name}`),
  )
}
