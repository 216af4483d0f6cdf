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
升级：把新版解压到同一个位置，覆盖 app 和 node，data 不动；首次打开会先自动备份再升级记录。
退回旧版：用旧版程序，并从「备份」里恢复升级前的那一份。

Unzip and double-click 晨巡.cmd (Windows) or run chenxun.sh (Linux). Nothing is installed; no network is needed.
Records lie in the folder data beside the program when that is on a local, writable disk, else in your user data folder.
To upgrade, unzip the newer version over this one and leave data as it is; a verified backup is made first.
`
