import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assertLocalDisk, prepareDataFolder, UnusableDataFolderError } from '../../electron/hosts/data-folder.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { proved } from '../harness/proved.ts'

/** As statfs names them on Linux. */
const REMOTE = { nfs: 0x6969, smb: 0x517b, cifs: 0xff534d42, smb2: 0xfe534d42, fuse: 0x65735546, '9p': 0x01021997 }
const LOCAL = { ext4: 0xef53, xfs: 0x58465342, btrfs: 0x9123683e, tmpfs: 0x01021994, overlay: 0x794c7630 }
const SHARES = ['\\\\server\\share', '\\\\10.0.0.8\\数据\\网点', '\\\\server@SSL\\DavWWWRoot\\x']

it('D10 refuses every network drive before a file is opened, and no local one', () => {
  const folder = temporaryFolder()
  const isRefused = (path: string, type: number) => {
    try {
      assertLocalDisk(path, type)
      return false
    } catch (error) {
      return error instanceof UnusableDataFolderError && error.reason === 'network-folder'
    }
  }
  const remote = [
    ...Object.values(REMOTE).map((type) => isRefused('/data', type)),
    ...SHARES.map((path) => isRefused(path, 0)),
  ]
  const local = [...Object.values(LOCAL).map((type) => isRefused('/data', type)), isRefused('\\\\?\\C:\\data', 0)]
  expect(existsSync(join(folder, 'chenxun.db'))).toBe(false)
  expect(prepareDataFolder(folder)).toBeTruthy()
  const bad = remote.filter((refused) => !refused).length + local.filter(Boolean).length
  proved({ id: 'D10', runs: remote.length + local.length, bad })
})
