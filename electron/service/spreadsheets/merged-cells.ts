import type { Parts } from './unpack.ts'

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
const COLUMN = /<(?:\w+:)?col\s[^>]*max="(\d+)"/g
const END_OF_CELLS = Buffer.from('sheetData>')

/** How many cells the merged ranges of all sheets cover. */
export function mergedCells(parts: Parts): number {
  let covered = 0
  for (const { after } of outsideCells(parts)) {
    for (const [, left = '', top, right = '', bottom] of after.matchAll(MERGE)) {
      covered += (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1)
    }
  }
  return covered
}

/** Highest column that a width is given for; the library makes an object for each. */
export function widestColumn(parts: Parts): number {
  return Math.max(
    0,
    ...outsideCells(parts).flatMap(({ before }) => [...before.matchAll(COLUMN)].map((match) => Number(match[1]))),
  )
}

function outsideCells(parts: Parts): { before: string; after: string }[] {
  return Object.entries(parts).flatMap(([name, part]) => {
    if (!SHEET.test(name)) return []
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    const start = bytes.indexOf('sheetData')
    const end = bytes.lastIndexOf(END_OF_CELLS)
    return [
      { before: bytes.subarray(0, Math.max(0, start)).toString(), after: bytes.subarray(Math.max(0, end)).toString() },
    ]
  })
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
