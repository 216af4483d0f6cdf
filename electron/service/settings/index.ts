import type { About, OutletSettings } from '../../../shared/contract/settings.ts'
import { parseClock } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { schemaVersion } from '../database/migration.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { OpeningRules, OutletParameters, OutletSwitches } from './outlet-settings.ts'
import { readLockMinutes, readSetting, writeSetting } from './setting-repository.ts'

export { OpeningRules, OutletParameters, OutletSwitches } from './outlet-settings.ts'
export { readLockMinutes, readSetting, readZone, writeSetting } from './setting-repository.ts'

function readSettings({ database }: Pick<Call, 'database'>): OutletSettings {
  return {
    ...readSetting(database, 'calendar.opening', OpeningRules),
    lockAfterMinutes: readLockMinutes(database),
    switches: readSetting(database, 'outlet.switches', OutletSwitches),
    parameters: readSetting(database, 'outlet.parameters', OutletParameters),
  }
}

function readAbout({ database, ports: { program } }: Pick<Call, 'database' | 'ports'>): About {
  return {
    version: program.version,
    schema: schemaVersion(database),
    sqlite: database.prepare('SELECT sqlite_version()').pluck().get() as string,
    runtime: Object.entries(program.runtime).map(([name, version]) => ({ name, version })),
  }
}

export const settingsHandlers: HandlersOf<'settings'> = {
  about: readAbout,
  read: readSettings,
  save(call, { openOn, hours, lockAfterMinutes, switches, parameters }) {
    for (const [open, close] of Object.values(hours)) {
      if (parseClock(open) >= parseClock(close)) throw new AppError('invalid-input', 'windowEndsBeforeStart')
    }
    const before = readSettings(call)
    writeSetting(call.database, 'calendar.opening', { openOn, hours })
    writeSetting(call.database, 'lock.afterMinutes', lockAfterMinutes)
    writeSetting(call.database, 'outlet.switches', switches)
    writeSetting(call.database, 'outlet.parameters', parameters)
    const after = readSettings(call)
    call.changed({ record: 'settings', uid: 'outlet', before, after })
    call.touched('people')
    call.touched('patrols')
    call.touched('calendar')
    return after
  },
}
