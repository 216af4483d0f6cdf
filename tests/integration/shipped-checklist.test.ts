import { expect, it } from 'vitest'
import { startTestOutlet } from '../harness/test-service.ts'

it('measures in Chinese units in Chinese and in short ones in English', async () => {
  const outlet = await startTestOutlet()
  const { items } = await outlet.as('teller').checklists.current({})
  const units = new Map(items.flatMap(({ reading }) => (reading ? [[reading.unit_zh, reading.unit_en]] : [])))
  expect([units.get('秒'), units.get('分钟')]).toEqual(['s', 'min'])
  expect([...units.keys()].filter((unit) => /^[a-z]/i.test(unit))).toEqual([])
  expect([...units.values()].filter((unit) => /\p{Script=Han}/u.test(unit))).toEqual([])
})
