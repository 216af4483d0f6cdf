const ZH = {
  building: '正在生成程序文件（只在源文件变动后需要）……',
  buildFailed: '程序文件生成失败，见上方信息。',
  electronMissing: 'Electron 程序不在本机，也未能取得',
  electronNoScreen: '没有图形界面',
  electronAsked: '按 --shell 的要求',
  electronIsHere: 'Electron 程序在本机',
  portable: '免安装版',
  fetching: '正在尝试取得 Electron（最多等 5 秒）……',
  openedElectron: (why) => `以桌面窗口打开：${why}。`,
  openedBrowser: (browser, why) => `以浏览器窗口打开（${browser}）：${why}。`,
  printed: (why) => `请在浏览器中打开下面的地址（10 分钟内有效，只能用一次）：${why}。`,
  noBrowser: '未找到 Chrome、Edge 或 Chromium',
  electronImpossible: (why) => `无法以桌面窗口打开：${why}。`,
  running: (pid) => `晨巡已在运行（进程 ${pid}），已为您打开它的窗口。`,
  runningOpened: (pid, browser) => `晨巡已在运行（进程 ${pid}），已为您打开一个新的浏览器窗口（${browser}）。`,
  runningPrinted: (pid, why) =>
    `晨巡已在运行（进程 ${pid}），没有另开窗口（${why}）；请在浏览器中打开下面的地址（10 分钟内有效，只能用一次）。`,
  busy: (pid) => `数据文件夹正被进程 ${pid} 使用，请稍后再试。`,
  wrongUse: (what) =>
    `参数不对：${what}\n用法：npm start -- [--data 文件夹] [--shell electron|browser|none] [--port 端口]`,
  stop: '按 Ctrl+C 停止。',
  folder: (folder) => `数据文件夹：${folder}`,
  failed: (message) => `未能启动：${message}`,
}

const EN = {
  building: 'Building the program (only after sources have changed)…',
  buildFailed: 'The build failed; see above.',
  electronMissing: "Electron's program is not on this machine and could not be fetched",
  electronNoScreen: 'there is no screen',
  electronAsked: 'asked for by --shell',
  electronIsHere: "Electron's program is on this machine",
  portable: 'the portable program',
  fetching: 'Trying to fetch Electron (five seconds at most)…',
  openedElectron: (why) => `Opened as a desktop window: ${why}.`,
  openedBrowser: (browser, why) => `Opened in a browser window (${browser}): ${why}.`,
  printed: (why) => `Open this address in a browser (good for 10 minutes, once): ${why}.`,
  noBrowser: 'no Chrome, Edge or Chromium was found',
  electronImpossible: (why) => `Cannot open a desktop window: ${why}.`,
  running: (pid) => `Chenxun is already running (process ${pid}); opened its window.`,
  runningOpened: (pid, browser) =>
    `Chenxun is already running (process ${pid}); opened a new browser window of it (${browser}).`,
  runningPrinted: (pid, why) =>
    `Chenxun is already running (process ${pid}); no window was opened (${why}): open this address in a browser (good for 10 minutes, once).`,
  busy: (pid) => `The data folder is in use by process ${pid}; try again later.`,
  wrongUse: (what) =>
    `Wrong option: ${what}\nUse: npm start -- [--data FOLDER] [--shell electron|browser|none] [--port PORT]`,
  stop: 'Ctrl+C stops it.',
  folder: (folder) => `Data folder: ${folder}`,
  failed: (message) => `Could not start: ${message}`,
}

export function sentencesFor(
  locale = process.env.LC_ALL || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale,
) {
  return /^zh/i.test(locale) ? ZH : EN
}
