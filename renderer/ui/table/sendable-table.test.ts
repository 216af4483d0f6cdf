import { expect, it } from 'vitest'
import { sendable } from './sendable-table.ts'

it('empties the cells where nothing was counted and keeps the rest', () => {
  expect(sendable({ title: '按日', head: ['日期', '完成率', '项'], rows: [['2026-11-23', '—', 3]] })).toEqual({
    title: '按日',
    head: ['日期', '完成率', '项'],
    rows: [['2026-11-23', null, 3]],
  })
})

it('sends no more than the service takes', () => {
  const { title, rows } = sendable({
    title: 'x'.repeat(100),
    head: ['a'],
    rows: Array.from({ length: 20_001 }, () => ['y'.repeat(3_000)]),
  })
  expect(title).toHaveLength(80)
  expect(rows).toHaveLength(20_000)
  expect(rows[0]?.[0]).toBe(`${'y'.repeat(1_999)}…`)
})
