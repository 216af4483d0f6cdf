import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planLedger, planPatrol, planRoster } from '../../electron/service/imports/import-plan.ts'
import { readTable } from '../../electron/service/spreadsheets/read-table.ts'
import { type Cell, EMPTY_CELL, type SheetSet, textCell } from '../../shared/domain/imports/cell.ts'
import type { Known } from '../../shared/domain/imports/known.ts'
import type { Problem } from '../../shared/domain/imports/problem.ts'

type Value = string | number | null

function cellOf(value: Value): Cell {
  if (value === null) return EMPTY_CELL
  return typeof value === 'number' ? { kind: 'number', text: String(value), number: value } : textCell(value)
}

function sheetOf(rows: Value[][]): SheetSet {
  return { format: 'xlsx', sheets: [{ name: '表', rows: rows.map((row) => row.map(cellOf)) }] }
}

function named(problems: readonly Problem[]): string[] {
  return problems.map(({ row, column, kind, of }) =>
    [row, column, kind, of].filter((part) => part !== undefined).join(' '),
  )
}

const KNOWN: Known = {
  people: [
    { uid: 'a', name: '林予安', staffNo: '001' },
    { uid: 'b', name: '顾青禾', staffNo: '002' },
    { uid: 'c', name: '周小满', staffNo: '003' },
    { uid: 'd', name: '周小满', staffNo: '004' },
  ],
  items: [
    { id: 'lobby.pens', zone: 'lobby', zh: '签字笔能写、数量够', earlier: ['签字笔够用'] },
    { id: 'lobby.light', zone: 'lobby', zh: '照明正常' },
    { id: 'vault.light', zone: 'vault', zh: '照明正常' },
  ],
  zones: [
    { id: 'lobby', zh: '大堂引导区' },
    { id: 'vault', zh: '现金柜台区（高柜）' },
  ],
}

const SURNAMES = ['林', '顾', '沈', '周', '欧阳', '司马', '唐', '江']
const GIVEN = ['予安', '青禾', '知夏', '小满', '一诺', '书宁', '晚舟', '秋实', '时雨', '景行']
const POST_WORDS = {
  teller: ['柜员', '高柜柜员', ' 柜台柜员'],
  'lobby-manager': ['大堂', '大堂经理'],
  cleaner: ['保洁'],
}
const HEADERS = {
  name: ['姓名', '姓  名', '员工姓名', 'Name'],
  staffNo: ['工号', '员工编号', 'Staff No.'],
  post: ['岗位', '岗位名称', '职务', 'Post'],
  joined: ['入行时间', '入职日期', '入行时间（年/月/日）', 'Joined'],
}
type Field = keyof typeof HEADERS

function fullWidth(text: string): string {
  return text.replace(/[0-9/-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

function dayForms(day: string): Value[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const short = `${year}/${Number(month)}/${Number(date)}`
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
  return [
    day,
    short,
    short.replaceAll('/', '.'),
    `${year}年${Number(month)}月${Number(date)}日`,
    `${year}${month}${date}`,
    Number(`${year}${month}${date}`),
    fullWidth(day),
    ` ${day} `,
    serial,
  ]
}

const person = fc.record({
  name: fc.tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...GIVEN)).map((parts) => parts.join('')),
  number: fc.integer({ min: 1000, max: 99_999 }),
  post: fc.constantFrom(...(Object.keys(POST_WORDS) as (keyof typeof POST_WORDS)[])),
  joined: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2026-10-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  seed: fc.nat(1000),
})

const roster = fc.record({
  people: fc.uniqueArray(person, { minLength: 4, maxLength: 9, selector: (one) => one.name }),
  titles: fc.integer({ min: 0, max: 6 }),
  order: fc.shuffledSubarray(['name', 'staffNo', 'post', 'joined'] as Field[], { minLength: 4 }),
  blanks: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  wording: fc.nat(100),
  lost: fc.integer({ min: 0, max: 3 }),
})

function pick<T>(list: readonly T[], seed: number): T {
  return list[seed % list.length] as T
}

describe('rosters of any shape', () => {
  it('are read alike wherever the header stands, whatever the order, the wording and the dates', () => {
    fc.assert(
      fc.property(roster, ({ people, titles, order, blanks, wording, lost }) => {
        const numbers = people.map((one, index) => 100_000 * (index + 1) + one.number)
        const rows: Value[][] = Array.from({ length: titles }, (_, index) => [index === 0 ? '某网点员工名册' : null])
        rows.push([null, ...order.map((field) => pick(HEADERS[field], wording))])
        const expected: object[] = []
        const problems: string[] = []
        people.forEach((one, index) => {
          if (blanks[index]) rows.push([])
          const hasLost = index >= 1 && index <= Math.min(lost, people.length - 2)
          const values: Record<Field, Value> = {
            name: pick(
              [one.name, ` ${one.name}`, `${one.name}\u3000`, `${one.name[0]}\u00A0${one.name.slice(1)}`],
              one.seed,
            ),
            staffNo: hasLost ? (numbers[index] ?? 0) : `00${numbers[index]}`,
            post: pick(POST_WORDS[one.post], one.seed),
            joined: pick(dayForms(one.joined), one.seed),
          }
          rows.push([null, ...order.map((field) => values[field])])
          if (hasLost) problems.push(`${rows.length} ${pick(HEADERS.staffNo, wording)} number-lost-leading-zeros`)
          expected.push({
            row: rows.length,
            name: one.name,
            staffNo: `00${numbers[index]}`,
            post: one.post,
            joined: one.joined,
          })
        })
        rows.push(['合 计', `${people.length}人`])
        problems.push(`${rows.length} total-row-ignored`)
        const plan = planRoster(sheetOf(rows), { people: [] })
        expect(plan.header?.row).toBe(titles + 1)
        expect(plan.drafts).toMatchObject(expected)
        expect(named(plan.problems)).toEqual(problems)
      }),
      { numRuns: 300 },
    )
  })

  it('names duplicates, namesakes, numbers used twice, missing names and posts', () => {
    const plan = planRoster(
      sheetOf([
        ['姓名', '工号', '岗位'],
        ['林予安', '0001', '柜员'],
        ['林 予安', '0001', '大堂经理'],
        ['林予安', '0009', '柜员'],
        ['顾青禾', '0001', '柜员'],
        [null, '0004', '柜员'],
        ['周小满', '0005', null],
        ['林予安', null, '柜员'],
        ['制表人：某某'],
        ['姓名', '工号', '岗位'],
        ['小计：7人'],
      ]),
      { people: [] },
    )
    expect(named(plan.problems)).toEqual([
      '3 duplicate-person 2',
      '4 姓名 same-name 2',
      '5 工号 duplicate-staff-number 2',
      '6 姓名 missing-name',
      '7 岗位 missing-post',
      '8 duplicate-person 2',
      '9 岗位 missing-post',
      '10 repeated-header-ignored',
      '11 total-row-ignored',
    ])
    expect(plan.drafts.map((draft) => draft.row)).toEqual([2, 4])
  })

  it('sees lost zeros in a CSV file and leaves numbers alone where nothing speaks for zeros', async () => {
    const lost = await readTable(
      new TextEncoder().encode('姓名,工号,岗位\n甲乙,0012345,柜员\n丙丁,23456,柜员\n'),
      'a.csv',
    )
    expect(planRoster(lost, { people: [] }).drafts.map((draft) => draft.staffNo)).toEqual(['0012345', '0023456'])
    const plain = sheetOf([
      ['姓名', '工号', '岗位'],
      ['甲乙', 12345, '柜员'],
      ['丙丁', 345, '柜员'],
    ])
    expect(planRoster(plain, { people: [] }).problems).toEqual([])
    const byRecord = planRoster(plain, { people: [{ uid: 'x', name: '戊己', staffNo: '0000001' }] })
    expect(byRecord.drafts.map((draft) => draft.staffNo)).toEqual(['0012345', '0000345'])
  })

  it('maps a post the user names once for all its rows', () => {
    const set = sheetOf([
      ['姓名', '岗位'],
      ['甲乙', '行长助理'],
      ['丙丁', '行长 助理'],
      ['戊己', '柜员（兼安全员）'],
    ])
    const { unknown, drafts } = planRoster(set, { people: [] })
    expect(unknown.posts).toMatchObject([{ text: '行长助理', rows: [2, 3] }])
    expect(drafts).toMatchObject([{ row: 4, post: 'teller', duties: ['safety-officer'] }])
    const mapped = planRoster(set, { people: [] }, { posts: { [unknown.posts[0]?.key ?? '']: 'outlet-head' } })
    expect(mapped.drafts.map((draft) => draft.post)).toEqual(['outlet-head', 'outlet-head', 'teller'])
  })

  it('remembers a mapping by the wording of the header', () => {
    const set = sheetOf([
      ['大名', '岗位', '备注'],
      ['甲乙', '柜员', '兼安全员'],
    ])
    expect(planRoster(set, { people: [] }, { headerRow: 1 }).problems[0]).toMatchObject({
      kind: 'missing-column',
      field: 'name',
    })
    const plan = planRoster(set, { people: [] }, { mapping: { 大名: 'name', 备注: 'ignore' } })
    expect(plan.drafts).toMatchObject([{ name: '甲乙', duties: [] }])
    expect(plan.mapping).toEqual({ 大名: 'name', 岗位: 'post', 备注: 'ignore' })
  })
})

describe('ledgers of any shape', () => {
  const HEADER = [
    '序号',
    '检查时间',
    '存在问题',
    '问题等级',
    '整改责任人',
    '位置',
    '整改时限',
    '整改完成时间',
    '整改状态',
  ]

  it('names what is missing, unknown, twice and out of order', () => {
    const plan = planLedger(
      sheetOf([
        ['2026年整改台账'],
        [],
        HEADER,
        [1, '10月8日', '照明正常—不合格', '重大', '林 予安', '现金柜台区', '2026.10.9', '2026.10.9', '已完成'],
        [2, '2026/10/8', '墙面脱落', null, '王某', '屋顶', '2026/13/1', null, '整改中'],
        [3, '2026/10/8', '墙面脱落', '挺重的', '周小满', null, null, '2026/10/7', null],
        [4, null, '墙面脱落', '一般', '林予安、顾青禾', null, null, '未完成', null],
        [5, '2026/10/9', '地毯卷边', '一般问题', '林予安、顾青禾', null, null, '已整改', null],
        [6, '2026/10/9', '地毯 卷边', '一般', '林予安、顾青禾', null, null, '/', null],
        [7],
        ['合计', null, '6项'],
      ]),
      KNOWN,
    )
    expect(named(plan.problems)).toEqual([
      '5 问题等级 missing-severity',
      '5 整改责任人 unknown-person',
      '5 位置 unknown-zone',
      '5 整改时限 impossible-date',
      '6 done-before-found',
      '6 问题等级 unknown-severity',
      '6 整改责任人 unknown-person',
      '7 检查时间 missing-date',
      '7 整改责任人 several-people',
      '8 整改责任人 several-people',
      '9 duplicate-task 8',
      '11 total-row-ignored',
    ])
    expect(plan.drafts).toMatchObject([
      {
        row: 4,
        found: '2026-10-08',
        severity: 'critical',
        owner: { uid: 'a' },
        zone: 'vault',
        itemId: 'vault.light',
        state: 'done',
      },
      { row: 6, severity: 'minor', owner: { uid: null, text: '周小满' }, state: 'done' },
      { row: 8, owner: { uid: 'a', text: '林予安、顾青禾' }, state: 'done', done: null },
    ])
  })

  it('takes a repeated task if the user keeps it', () => {
    const rows = [
      ['编号', '发现日期', '问题'],
      ['A-1', '2026/10/8', '甲'],
      ['A-1', '2026/10/9', '乙'],
    ]
    expect(planLedger(sheetOf(rows), KNOWN).counts.accepted).toBe(1)
    expect(planLedger(sheetOf(rows), KNOWN, { kept: [3] }).counts.accepted).toBe(2)
  })
})

describe('patrols of any shape', () => {
  const HEADER = ['检查日期', '时段', '区域', '检查内容', '是否合格', '检查人员', '问题说明', '备注']
  const answers = [
    '合格',
    '√',
    '✓',
    '正常',
    '是',
    '不合格',
    '×',
    'X',
    'Ｘ',
    '否',
    '当场整改',
    '现场已改',
    '不适用',
    '/',
    'N/A',
    '未查到',
    '未查',
    'Pass',
    'FAIL',
  ]
  const ids = [
    'pass',
    'pass',
    'pass',
    'pass',
    'pass',
    'fail',
    'fail',
    'fail',
    'fail',
    'fail',
    'fixed',
    'fixed',
    'na',
    'na',
    'na',
    'not-seen',
    'not-seen',
    'pass',
    'fail',
  ]

  it('understands the words for an answer', () => {
    const rows: Value[][] = answers.map((answer, index) => [
      `2026/1/${index + 1}`,
      '开门前巡检',
      '大堂引导区',
      '签字笔能写,数量够。',
      answer,
      '林予安',
    ])
    const plan = planPatrol(sheetOf([HEADER, ...rows]), KNOWN)
    expect(plan.problems).toEqual([])
    expect(plan.drafts.map((draft) => draft.answer)).toEqual(ids)
    expect(new Set(plan.drafts.map((draft) => draft.itemId))).toEqual(new Set(['lobby.pens']))
  })

  it('tells items of one wording apart by zone, finds earlier wordings, and names the rest', () => {
    const plan = planPatrol(
      sheetOf([
        HEADER,
        ['2026-10-08 08:05', '晨检', '现金柜台区（高柜）', '照明正常', '合格', '林予安'],
        ['2026-10-08 08:06', '晨检', '大堂引导区', '照明正常', '合格', '林予安'],
        ['2026-10-08', '晨检', null, '签字笔够用', '合格', '林予安', '笔帽丢失', '=1+1'],
        ['2026-10-08', '晨检', null, '签字笔能写、数量够', '不合格', '林予安'],
        ['2026-10-08', '半夜', null, '照明正常', '合格', '林予安'],
        ['2026-10-08', '闭店', null, '天花板照明', '大概', '陌生人'],
        ['2026-10-08', '闭店', null, '照明正常', null, null],
      ]),
      KNOWN,
    )
    expect(plan.drafts).toMatchObject([
      { row: 2, itemId: 'vault.light', minute: 485, round: 'opening' },
      { row: 3, itemId: 'lobby.light', minute: 486 },
      { row: 4, itemId: 'lobby.pens', note: '笔帽丢失', remark: '=1+1' },
    ])
    expect(named(plan.problems)).toEqual([
      '5 duplicate-answer 4',
      '6 时段 unknown-round',
      '7 检查内容 unknown-item',
      '7 是否合格 unknown-answer',
      '7 检查人员 unknown-person',
      '8 是否合格 missing-answer',
    ])
  })

  it('leaves out 5,000 rows of unknown items one by one', () => {
    const rows = Array.from({ length: 5000 }, (_, index): Value[] => [
      `2026/${(index % 12) + 1}/${(index % 28) + 1}`,
      '上午',
      null,
      `旧项 ${index}`,
      '√',
      '林予安',
    ])
    expect(planPatrol(sheetOf([HEADER, ...rows]), KNOWN).counts.skipped).toBe(5000)
  })
})
