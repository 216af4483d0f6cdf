import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { entriesTable } from './entries-table.ts'
import { actorText, fieldChanges, procedureText } from './entry-words.ts'

const words = {
  t: translatorFor('zh-CN'),
  zone: 'Asia/Shanghai',
  nameOf: (uid: string) => (uid === 'u1' ? '沈知夏' : undefined),
  listedName: (field: string, id: string) => (field === 'zone' && id === 'lobby' ? '厅堂' : undefined),
}
const CHANGE = {
  record: 'settings',
  uid: 'outlet',
  before: { hours: { weekday: ['09:00', '17:00'], weekend: ['09:30', '16:00'] }, isOpen: true },
  after: { hours: { weekday: ['08:30', '17:00'], weekend: ['09:30', '16:00'] }, isOpen: false },
}
const ENTRY: AuditEntry = {
  sequence: 7,
  at: Date.parse('2026-11-23T00:25:00Z'),
  actor: '=林予安',
  role: 'outlet-head',
  procedure: 'settings.save',
  changes: [CHANGE],
}

describe('audit entries in words', () => {
  it('names nested fields by their path and leaves out what stayed', () => {
    expect(fieldChanges(CHANGE, words)).toEqual([
      { field: '营业时间 · 工作日', before: '09:00, 17:00', after: '08:30, 17:00' },
      { field: '营业', before: '是', after: '否' },
    ])
  })

  it('shows a created record without a before, and instants on the outlet clock', () => {
    const created = { record: 'x', uid: 'y', before: null, after: { verified_at: ENTRY.at, note: null } }
    expect(fieldChanges(created, words)).toEqual([{ field: '复核时间', before: null, after: '2026-11-23 08:25' }])
  })

  it('keeps a name the messages no longer know', () => {
    expect(procedureText('gone.feature', words.t)).toBe('gone.feature')
    expect(actorText({ ...ENTRY, actor: 'operator', role: 'operator' }, words)).toBe('本机管理者（命令行）')
  })

  it('tells whom a sign-in was for, since nobody was signed in yet', () => {
    const changes = [{ record: 'sign-in', uid: 'u1', before: null, after: { refused: true } }]
    const entry = { ...ENTRY, actor: 'nobody', role: 'nobody', changes }
    expect(actorText(entry, words)).toBe('沈知夏')
    expect(actorText({ ...entry, changes: [] }, words)).toBe('未登录')
  })

  it('says values in words where there are words', () => {
    const change = { record: 'rectification', uid: 'r', before: { state: 'submitted' }, after: { state: 'verified' } }
    expect(fieldChanges(change, words)).toEqual([{ field: '状态', before: '待复核', after: '已销号' }])
  })

  it('names what was chosen from a list of the outlet, and shows what the list no longer has', () => {
    const change = { record: 'device', uid: 'd', before: { zone: 'gone' }, after: { zone: 'lobby' } }
    expect(fieldChanges(change, words)).toEqual([{ field: '区域', before: 'gone', after: '厅堂' }])
  })

  it('names what a person, a day and a re-check hold', () => {
    const after = { hasPin: true, 'weather.rain-snow-ice': true, of: 'u2', tags: ['a'] }
    expect(fieldChanges({ record: 'x', uid: 'y', before: null, after }, words).map(({ field }) => field)).toEqual([
      '已设 PIN',
      '当日情况 · 雨雪冰冻',
      '所复查的一轮',
      '标签',
    ])
  })

  it('are rows of a table, one each', () => {
    const { head, rows } = entriesTable([ENTRY], words)
    expect(head.slice(0, 2)).toEqual(['序号', '时间'])
    expect(rows.map((row) => row.slice(0, 5))).toEqual([[7, '2026-11-23 08:25', '=林予安', '网点负责人', '修改设置']])
  })
})
