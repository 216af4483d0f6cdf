import { expect, it } from 'vitest'
import { countOpenByOwner } from '../../electron/service/rectifications/index.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { startTestOutlet } from '../harness/test-service.ts'

it('names everybody once, whether picked or typed', async () => {
  const outlet = await startTestOutlet()
  const lobby = outlet.as('lobby-manager')
  const [teller] = (await lobby.people.list({})).filter(({ post }) => post === 'teller')
  if (!teller) throw new Error('The test outlet has no teller')
  const picked = await lobby.rectifications.open({
    ...PLAIN_TASK,
    description: '甲',
    ownerUid: teller.uid,
    queue: null,
  })
  const typed = await lobby.rectifications.open({ ...PLAIN_TASK, description: '乙', ownerUid: teller.uid, queue: null })
  outlet.ports.database
    .prepare("UPDATE rectification SET owner_staff = NULL, owner_text = ?, owner_queue = 'teller' WHERE uid = ?")
    .run(teller.name, typed.uid)
  const call = { database: outlet.ports.database, now: outlet.ports.clock.now() } as never
  expect(countOpenByOwner(call)).toEqual([{ person: teller.name, queue: null, count: 2, overdue: 0 }])
  expect(picked.owner).toMatchObject({ person: { uid: teller.uid } })
})
