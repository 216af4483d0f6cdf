import { expect, it } from 'vitest'
import { fixCell, isUntouched, mapColumn, toggleRow } from './decisions.ts'

it('forgets a change that gives back what the file has', () => {
  const changed = fixCell({}, 7, 'name', 'B', 'A')
  expect(changed.fixes).toEqual({ 7: { name: 'B' } })
  expect(fixCell(changed, 7, 'name', 'A', 'A').fixes).toEqual({ 7: {} })
})

it('leaves a row out and takes it back', () => {
  const out = toggleRow({}, 'leftOut', 4)
  expect(out.leftOut).toEqual([4])
  expect(toggleRow(out, 'leftOut', 4).leftOut).toEqual([])
})

it('takes a field from one column only', () => {
  const columns = [
    { field: 'due', header: 'Due', index: 0 },
    { field: null, header: 'Deadline', index: 1 },
  ]
  expect(mapColumn({}, columns, 'Deadline', 'due').mapping).toEqual({ due: 'ignore', deadline: 'due' })
})

it('knows whether anything would be lost', () => {
  expect(isUntouched({ sheet: 'A', leftOut: [] })).toBe(true)
  expect(isUntouched({ people: { zhang: 'text' } })).toBe(false)
})
