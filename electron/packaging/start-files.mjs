/** What a person double-clicks: they find the program beside themselves, wherever the folder was put. */
export function startFiles(platform) {
  return platform.startsWith('win32') ? windowsFiles() : unixFiles()
}

function windowsFiles() {
  const start = (args) =>
    `@echo off\r\nchcp 65001 >nul\r\n"%~dp0node\\node.exe" "%~dp0app\\electron\\launcher\\${args}" %*\r\nif errorlevel 1 pause\r\n`
  return [
    { path: '晨巡.cmd', text: start('start.mjs'), mode: 0o644 },
    { path: 'chenxun.cmd', text: start('chenxun.mjs'), mode: 0o644 },
    { path: '请先看我.txt', text: `\uFEFF${README.replaceAll('\n', '\r\n')}`, mode: 0o644 },
  ]
}

function unixFiles() {
  const start = (script) =>
    `#!/bin/sh\nhere=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)\nexec "$here/node/node" "$here/app/electron/launcher/${script}" "$@"\n`
  return [
    { path: 'chenxun.sh', text: start('start.mjs'), mode: 0o755 },
    { path: 'chenxun-cli.sh', text: start('chenxun.mjs'), mode: 0o755 },
    { path: '请先看我.txt', text: README, mode: 0o644 },
  ]
}

const README = `晨巡 Chenxun

解压后双击「晨巡.cmd」（Windows）或运行 chenxun.sh（Linux），控制台会在已安装的 Edge、Chrome 或 Chromium 中打开。
不需要安装、联网或管理员权限。

记录放在旁边的 data 文件夹里（文件夹在本机磁盘上且可写时），否则放在系统的用户数据文件夹里。
升级：先关闭晨巡，把新版解压到同一个位置，覆盖 app 和 node，data 不动；首次打开会先自动备份再升级记录。
退回旧版：旧版打不开升级后的记录，也不会改动它。请把旧版解压到一个新文件夹，用它的命令行恢复升级前的那份备份
（data/backups 中名称以 before-migration 结尾的一份）：chenxun.cmd restore --from 备份 --to 新文件夹/data。

Unzip and double-click 晨巡.cmd (Windows) or run chenxun.sh (Linux). Nothing is installed; no network is needed.
Records lie in the folder data beside the program when that is on a local, writable disk, else in your user data folder.
To upgrade, close Chenxun, unzip the newer version over this one and leave data as it is; a verified backup is made first.
To go back, note that the older version refuses upgraded records and leaves them as they are. Unzip it into a new folder
and restore the backup of before the update (in data/backups, its name ends in before-migration):
chenxun-cli.sh restore --from BACKUP --to NEW-FOLDER/data (chenxun.cmd on Windows).
`
