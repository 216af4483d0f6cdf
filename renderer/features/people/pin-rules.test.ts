import { expect, it } from 'vitest'
import { pinProblems } from './pin-rules.ts'

it.each([
  [{ oldPin: '000000', newPin: '482913', repeat: '482913' }, {}],
  [{ oldPin: '', newPin: '482913', repeat: '482913' }, { oldPin: 'errors.required' }],
  [{ oldPin: '000000', newPin: '4829', repeat: '4829' }, { newPin: 'errors.pinFormat' }],
  [{ oldPin: '000000', newPin: '123456', repeat: '123456' }, { newPin: 'errors.pinGuessable' }],
  [{ oldPin: '482913', newPin: '482913', repeat: '482913' }, { newPin: 'people.changePin.same' }],
  [{ oldPin: '000000', newPin: '482913', repeat: '482914' }, { repeat: 'people.changePin.mismatch' }],
])('judges %o', (draft, problems) => {
  expect(pinProblems(draft)).toEqual(problems)
})
