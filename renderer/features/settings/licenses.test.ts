import { describe, expect, it } from 'vitest'
import { engineVersion, listLicenses, searchLicenses } from './licenses.ts'

const PACKAGES = listLicenses({
  packages: [
    { name: 'antd', version: '6.0.0', license: 'MIT', text: 1 },
    { name: 'echarts', version: '6.1.0', license: 'Apache-2.0', text: 0 },
    { name: '@orpc/client', version: '1.0.0', license: 'MIT', text: 1 },
  ],
  texts: ['Apache License', 'Copyright Somebody'],
})

describe('the list of licences', () => {
  it('gives every package its text', () => {
    expect(PACKAGES[1]).toEqual({ id: 'echarts 6.1.0', license: 'Apache-2.0', text: 'Apache License' })
  })

  it.each([
    ['', 3],
    ['ANTD', 1],
    ['mit somebody', 2],
    ['apache', 1],
    ['apache mit', 0],
  ])('finds %j in names, licences and texts: %d', (query, count) => {
    expect(searchLicenses(PACKAGES, query)).toHaveLength(count)
  })
})

it.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.7000.1 Safari/537.36',
    '156.0.7000.1',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36 Edg/109.0.1518.140', '109.0.0.0'],
  ['Mozilla/5.0 (X11; rv:128.0) Gecko/20100101 Firefox/128.0', ''],
])('reads the engine of %s', (userAgent, version) => {
  expect(engineVersion(userAgent)).toBe(version)
})
