import { beforeEach, describe, expect, it } from 'vitest'
import { readTable } from '../../electron/service/spreadsheets/read-table.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const HEAD = '设备名称,终端号,设备类型,安装位置,厂家,报修电话,安装日期,停用日期,服务时间'
const ROWS = [
  '取款机1号,ATM-01,,自助服务区,远澄,400-000-0101,2021-05-10,,24小时',
  '智能柜台1号,STM-01,智能柜台,火星,,,,,9:00-17:00',
  '叫号机,QM-01,,,,,,,',
  '取款机一号,atm-01,现金类自助,,,,,,',
  '机器人,RB-01,陪聊,,,,,,',
  '回单机,RP-01,,,,,2024-05-01,2023-05-01,',
  '补登机,BD-01,,,,,,,晚上',
  ',NN-01,现金类自助,,,,,,',
]

describe('import of devices', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  const input = (rows: readonly string[] = ROWS) => ({
    kind: 'devices' as const,
    file: new Blob([`\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n`]),
    fileName: '机具清单.csv',
  })

  it('shows every problem by row with its sentence, and saves nothing before it is confirmed', async () => {
    const preview = await outlet.operator.imports.previewFile(input())
    expect(preview.counts).toMatchObject({ accepted: 3, blocked: 5 })
    expect(preview.problems.map(({ row, kind }) => [row, kind])).toEqual([
      [3, 'unknown-device-zone'],
      [5, 'duplicate-device'],
      [6, 'unknown-device-kind'],
      [7, 'off-before-installed'],
      [8, 'unreadable-hours'],
      [9, 'missing-device'],
    ])
    expect(await outlet.operator.devices.list({})).toEqual([])
  })

  it('adds the machines, skips those on record, and is taken back whole', async () => {
    const { importUid } = await outlet.as('outlet-head').imports.confirmFile(input())
    expect(await outlet.operator.devices.list({})).toMatchObject([
      {
        number: 'ATM-01',
        kind: 'cash',
        zone: 'self-service',
        vendor: '远澄',
        installedOn: '2021-05-10',
        hours: { open: '00:00', close: '24:00', onClosedDays: true },
      },
      { number: 'QM-01', kind: 'support', zone: null, hours: null },
      { number: 'STM-01', kind: 'smart', zone: null, hours: { open: '09:00', close: '17:00', onClosedDays: false } },
    ])
    const again = await outlet.operator.imports.previewFile(input(['取款机1号,ATM-01,,,,,,,']))
    expect(again.problems).toMatchObject([{ row: 2, kind: 'known-device', blocking: true }])
    await outlet.operator.imports.undo({ importUid })
    expect(await outlet.operator.devices.list({})).toEqual([])
  })

  it('leaves what was changed or down since when it is taken back, and says which', async () => {
    await expect(outlet.as('lobby-manager').imports.confirmFile(input())).rejects.toMatchObject({
      code: 'forbidden',
      data: { reason: 'registerEditorsOnly' },
    })
    const { importUid } = await outlet.as('ops-supervisor').imports.confirmFile(input())
    const [atm] = await outlet.operator.devices.list({})
    await outlet.as('lobby-manager').devices.markDown({ device: atm?.uid ?? '' })
    const [, second, third] = await outlet.operator.devices.list({})
    const change = async (device: typeof second) => {
      if (!device) throw new Error('no such device')
      const { pinyin: _pinyin, isInUse: _isInUse, down: _down, ...fields } = device
      await outlet.as('outlet-head').devices.update({ ...fields, vendor: '另一家' })
    }
    await change(second)
    const { kept } = await outlet.operator.imports.undo({ importUid })
    expect(kept).toEqual([atm, second].map((device) => `${device?.name} ${device?.number}`))
    const left = await outlet.operator.devices.list({})
    expect(left.map(({ uid }) => uid)).toEqual([atm?.uid, second?.uid])
    expect(third).toBeDefined()
  })

  it('is not taken back where nothing of it could go', async () => {
    const { importUid } = await outlet.as('ops-supervisor').imports.confirmFile(input())
    for (const { uid } of await outlet.operator.devices.list({})) {
      await outlet.as('lobby-manager').devices.markDown({ device: uid })
    }
    await expect(outlet.operator.imports.undo({ importUid })).rejects.toMatchObject({
      data: { reason: 'importUsedSince', params: { count: 3 } },
    })
    expect(await outlet.operator.devices.list({})).toHaveLength(3)
  })

  it('reads its own template', async () => {
    const { file } = await outlet.operator.imports.templateFile({ kind: 'devices', language: 'zh-CN' })
    const { sheets } = await readTable(new Uint8Array(await (file as Blob).arrayBuffer()), 'devices.xlsx')
    expect(sheets[0]?.rows[0]?.map(({ text }) => text)).toContain('机具编号')
  })

  it('is taken back by those alone who may edit the register', async () => {
    const { importUid } = await outlet.as('ops-supervisor').imports.confirmFile(input())
    await expect(outlet.as('lobby-manager').imports.undo({ importUid })).rejects.toMatchObject({
      code: 'forbidden',
      data: { reason: 'registerEditorsOnly' },
    })
    expect(await outlet.operator.devices.list({})).toHaveLength(3)
  })
})
