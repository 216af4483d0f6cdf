import { contract } from '../../../shared/contract/index.ts'

interface Described {
  '~orpc': { meta: { audit: string } }
}

/** Every command that leaves an entry in the chain. */
export function chainedProcedures(): string[] {
  const features = contract as unknown as Record<string, Record<string, Described>>
  return Object.entries(features).flatMap(([feature, procedures]) =>
    Object.entries(procedures)
      .filter(([, procedure]) => procedure['~orpc'].meta.audit === 'chain')
      .map(([name]) => `${feature}.${name}`),
  )
}
