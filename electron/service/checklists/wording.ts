import { type ChecklistItem, ItemWording } from '../../../shared/contract/checklists.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { OutletParameters, readSetting } from '../settings/index.ts'
import { readChecklist } from './checklist-repository.ts'
import { shippedNames } from './standard-checklist.ts'

/** What a wording may refer to. */
export interface KnownNames {
  conditions: ReadonlySet<string>
  parameters: ReadonlySet<string>
  tags: ReadonlySet<string>
  indicators: ReadonlySet<string>
}

export function knownNames({ database, ports }: Pick<Call, 'database' | 'ports'>): KnownNames {
  const { conditions, tags, indicators } = shippedNames(ports.content)
  return {
    conditions: new Set(conditions.map(({ id }) => id)),
    tags: new Set(tags.map(({ id }) => id)),
    indicators: new Set(indicators.map(({ id }) => id)),
    parameters: new Set(Object.keys(readSetting(database, 'outlet.parameters', OutletParameters))),
  }
}

/** An unknown condition would silence the item, an unknown parameter would leave its reading without a limit. */
export function checkWording(call: Call, wording: ItemWording): void {
  const { condition, reading, reference_photo, tags, feeds = [] } = wording
  const names = knownNames(call)
  if (!readChecklist(call.database).zoneById.has(wording.zone)) throw new AppError('not-found', 'zoneGone')
  if (condition !== undefined && !names.conditions.has(condition)) refuse('condition', 'conditionUnknown')
  if (tags.some((tag) => !names.tags.has(tag))) refuse('tags', 'invalidValue')
  if (feeds.some((indicator) => !names.indicators.has(indicator))) refuse('feeds', 'invalidValue')
  for (const side of ['min_parameter', 'max_parameter'] as const) {
    const name = reading?.[side]
    if (name !== undefined && !names.parameters.has(name)) refuse(`reading.${side}`, 'parameterUnknown')
  }
  if (reading?.min !== undefined && reading.max !== undefined && reading.min > reading.max) {
    refuse('reading.min', 'limitsCrossed')
  }
  if (reference_photo !== undefined && !hasPhoto(call, reference_photo)) throw new AppError('not-found', 'photoGone')
}

function refuse(field: string, reason: string): never {
  throw new AppError('invalid-input', 'invalidInput', { fields: { [field]: reason } })
}

function hasPhoto({ database }: Call, hash: string): boolean {
  return statement(database, 'SELECT 1 FROM attachment WHERE hash = ?').pluck().get(hash) === 1
}

/** The wording alone, without what belongs to the item. */
export function wordingOf(item: ChecklistItem): ItemWording {
  return ItemWording.parse(item)
}
