const NODE = '(node:)?(crypto|fs|os|path|url|util|timers|worker_threads|stream|http|net|child_process|events|zlib)(/|$)'
const TEST = '\\.test(-d)?\\.tsx?$'

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { pathNot: allowed },
})
const packages = (...names) => `node_modules/(@types/)?(${names.join('|')})(/|$)`

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only(
      'shared-stands-alone',
      '^shared/',
      `^shared/|${packages('zod', '@orpc/contract', '@orpc/client', '@orpc/shared', 'i18next')}`,
      'Both sides load it, so it may use neither side.',
    ),
    only(
      'renderer-has-no-node',
      '^renderer/',
      `^(renderer|shared)/|${packages('react', 'react-dom', 'zustand', 'echarts', 'zrender', 'zod', 'antd', '@ant-design/[a-z-]+', '@rc-component/[a-z-]+', 'rc-[a-z-]+', 'dayjs', 'i18next', 'react-i18next', '@tanstack/[a-z-]+', '@orpc/[a-z-]+', 'pinyin-pro', '@fontsource-variable/noto-sans-sc', 'vite', 'csstype')}`,
      'The page must also run in a plain browser.',
    ),
    only(
      'service-has-no-electron',
      '^electron/service/',
      `^electron/service/|^shared/|${packages('zod', '@orpc/contract', '@orpc/server', 'better-sqlite3', 'age-encryption', 'node', 'pinyin-pro', 'docx', 'docxtemplater', 'pizzip', '@cj-tech-master/excelts', 'yauzl', 'yazl', 'papaparse', 'csv-stringify', 'i18next')}|^${NODE}`,
      'The same code runs under Electron, loopback and the command line.',
    ),
    {
      name: 'service-never-prints-or-spawns',
      comment: 'Printing, processes and sockets belong to hosts.',
      severity: 'error',
      from: { path: '^electron/service/', pathNot: TEST },
      to: { path: '^(node:)?(child_process|net|http|https|worker_threads|sqlite)$' },
    },
    {
      name: 'electron-only-in-main-and-preload',
      severity: 'error',
      from: { pathNot: '^(electron/(main|preload)/|tests/)' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'feature-by-its-front-door',
      comment: 'Another feature is used through its index.ts.',
      severity: 'error',
      from: { path: '^electron/service/([^/]+)/', pathNot: TEST },
      to: {
        path: '^electron/service/([^/]+)/(?!index\\.)',
        pathNot: ['^electron/service/$1/', '^electron/service/(database|spreadsheets)/'],
      },
    },
    {
      name: 'moods-stay-with-themselves',
      comment: 'Care reminders go to Today, the weather of the week to meetings, and nothing of moods anywhere else.',
      severity: 'error',
      from: {
        pathNot: [
          '^electron/service/(moods|today|meetings)/',
          '^electron/service/(service|handlers-of-features)\\.ts$',
          '^tests/',
        ],
      },
      to: { path: '^electron/service/moods/' },
    },
    {
      name: 'screen-by-its-front-door',
      comment: 'Another feature is used through its index.ts.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/', pathNot: TEST },
      to: { path: '^renderer/features/([^/]+)/(?!index\\.)', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'charts-alone-know-echarts',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/charts/' },
      to: { path: 'node_modules/echarts/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: `^tests/|${TEST}` },
      to: { path: '^tests/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|json)$' },
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
