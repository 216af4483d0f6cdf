import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasAwardsToGrant } from '../../electron/service/awards/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { type AwardOutlet, OCTOBER, startAwardOutlet } from '../harness/award-outlet.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { createTestPorts, type TestPorts } from '../harness/test-ports.ts'

describe('what awards ask of the records by themselves', () => {
  let folder: string
  let ports: TestPorts
  let at: AwardOutlet
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chenxun-test-'))
    ports = createTestPorts(join(folder, 'chenxun.db'))
    at = await startAwardOutlet(ports)
  })
  afterEach(() => {
    ports.database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const onDay = (today: string) => ({
    ...{ ports, database: ports.database, today },
    now: Date.parse(`${today}T08:00:00+08:00`),
  })

  /** What another connection changes is no change of this one: so it shows whether the records are asked. */
  function changeUnseen(sql: string) {
    const other = openDatabase(join(folder, 'chenxun.db'))
    other.exec(sql)
    other.close()
  }

  it('are asked once a day and after a change about an award that a veto holds back', async () => {
    await at.publicise('month-service-star', 90, OCTOBER)
    const client = at.outlet.as('lobby-manager')
    await client.rectifications.open({ ...PLAIN_TASK, severity: 'critical', description: '尾箱未双人' })
    ports.database.exec(`UPDATE rectification SET found_at = ${Date.parse('2026-10-20T10:00:00+08:00')};
      INSERT INTO accountability (uid, rectification_id, staff_id, level, suggested, reason, decided_at, answer_until)
      SELECT 'd1', task.id, staff.id, 1, 1, 'r', 0, 0 FROM rectification task, staff
      WHERE staff.uid = '${at.uidOf('teller')}'`)
    expect(hasAwardsToGrant(onDay('2026-11-26'))).toBe(false)
    changeUnseen('DELETE FROM accountability')
    expect(hasAwardsToGrant(onDay('2026-11-26'))).toBe(false)
    expect(hasAwardsToGrant(onDay('2026-11-27'))).toBe(true)

    ports.database.exec(`INSERT INTO accountability
      (uid, rectification_id, staff_id, level, suggested, reason, decided_at, answer_until)
      SELECT 'd2', task.id, staff.id, 1, 1, 'r', 0, 0 FROM rectification task, staff
      WHERE staff.uid = '${at.uidOf('teller')}'`)
    expect(hasAwardsToGrant(onDay('2026-11-27'))).toBe(false)
    ports.database.exec('DELETE FROM accountability')
    expect(hasAwardsToGrant(onDay('2026-11-27'))).toBe(true)
  })
})
