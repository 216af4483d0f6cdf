import type { EvidenceRecord } from '../../../../shared/contract/award-evidence.ts'

export interface Place {
  path: string
  params: Record<string, string>
}

/** Where the record itself is read; undefined for a figure of the whole period. */
export function placeOf({ record, within, on }: Pick<EvidenceRecord, 'record' | 'within' | 'on'>): Place | undefined {
  const { kind, uid } = record
  switch (kind) {
    case 'patrol':
      return { path: '/patrols', params: { round: uid } }
    case 'rectification':
    case 'complaint':
      return { path: '/rectifications', params: { group: 'all', task: uid } }
    case 'meeting':
      return { path: '/meetings', params: { meeting: uid } }
    case 'meeting-line':
      return within === null ? undefined : { path: '/meetings', params: { meeting: within } }
    case 'thanks':
      return { path: '/awards', params: { tab: 'thanks', month: on.slice(0, 7) } }
    case 'praise':
      return { path: '/awards', params: { tab: 'praises', month: on.slice(0, 7) } }
    case 'inspection':
      return { path: '/reports', params: { view: 'inspections' } }
    case 'certificate':
      return { path: '/people', params: { person: uid } }
    case 'period-figure':
      return undefined
  }
}
