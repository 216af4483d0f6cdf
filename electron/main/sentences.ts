import type { StartFailure } from '../hosts/utility-messages.ts'

interface Sentences {
  startFailed: Record<StartFailure, string>
  title: string
  withoutSandbox: string
}

const ZH: Sentences = {
  title: '晨巡',
  withoutSandbox:
    '这次启动关闭了沙箱（--no-sandbox），页面将失去隔离，晨巡不会这样运行。请从安装好的图标启动；AppImage 在这台机器上不能使用时，请改用 deb 安装包。记录没有改动。',
  startFailed: {
    'in-use': '数据文件夹正被另一个晨巡使用，请先关闭它。记录没有改动。',
    'network-folder': '数据文件夹在网络盘上，记录可能损坏。请改用本机磁盘。',
    'not-writable': '数据文件夹无法写入。请检查权限和磁盘。',
    'newer-data': '记录是由更新版本的晨巡写的，请安装新版本后再打开。记录没有改动。',
    other: '记录服务未能启动。记录没有删除，请联系技术人员查看数据文件夹中的 logs。',
  },
}

const EN: Sentences = {
  title: 'Chenxun',
  withoutSandbox:
    'This start switches the sandbox off (--no-sandbox), which would leave pages without isolation; Chenxun does not run like that. Start it from its installed icon; where the AppImage cannot be used, install the deb. Nothing was changed.',
  startFailed: {
    'in-use': 'Another Chenxun is using the data folder; close it first. Nothing was changed.',
    'network-folder': 'The data folder lies on a network drive, where records can be damaged. Use a local disk.',
    'not-writable': 'The data folder cannot be written. Check its permissions and the disk.',
    'newer-data': 'The records were written by a newer Chenxun; install it to open them. Nothing was changed.',
    other:
      'The record service did not start. No record was deleted; have a technician look at logs in the data folder.',
  },
}

export function sentencesFor(locale: string): Sentences {
  return locale.toLowerCase().startsWith('zh') ? ZH : EN
}
