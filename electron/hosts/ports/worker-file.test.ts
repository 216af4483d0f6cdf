import { expect, it } from 'vitest'
import { unpacked } from './worker-file.ts'

it.each([
  ['/opt/Chenxun/resources/app.asar/out/main/chunks', '/opt/Chenxun/resources/app.asar.unpacked/out/main/chunks'],
  ['C:\\Chenxun\\resources\\app.asar\\out\\main', 'C:\\Chenxun\\resources\\app.asar.unpacked\\out\\main'],
  ['/opt/Chenxun/resources/app.asar.unpacked/out/main', '/opt/Chenxun/resources/app.asar.unpacked/out/main'],
  ['/home/a/chenxun/out/main', '/home/a/chenxun/out/main'],
])('threads of %s start from %s', (folder, expected) => {
  expect(unpacked(folder)).toBe(expected)
})
