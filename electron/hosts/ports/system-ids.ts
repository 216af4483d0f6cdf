import { randomInt } from 'node:crypto'
import { v7 } from 'uuid'
import type { Ids } from '../../service/ports.ts'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const systemIds: Ids = {
  uid: (at) => v7({ msecs: at }),
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
  letters: (count) => Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
}
