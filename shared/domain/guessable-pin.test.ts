import { expect, it } from 'vitest'
import { isGuessablePin } from './guessable-pin.ts'

it.each(['000000', '123456', '654321', '890123', '454545', '123123', '900115', '19900115', '20261231', '147258'])(
  'knows that %s is tried first',
  (pin) => {
    expect(isGuessablePin(pin)).toBe(true)
  },
)

it.each(['246810', '482913', '135790', '90013115', '900231', '73519284', '19901345'])('lets %s pass', (pin) => {
  expect(isGuessablePin(pin)).toBe(false)
})
