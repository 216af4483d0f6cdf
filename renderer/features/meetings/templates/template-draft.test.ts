import { expect, it } from 'vitest'
import { moveStep, newStep, promptsOf } from './template-draft.ts'

const STEPS = ['a', 'b', 'c'].map((id) => ({ ...newStep([], id), id }))
const idsOf = (steps: readonly { id: string }[]) => steps.map(({ id }) => id).join('')

it('moves a step by one place and stays at the ends', () => {
  expect(idsOf(moveStep(STEPS, 0, 1))).toBe('bac')
  expect(idsOf(moveStep(STEPS, 2, -1))).toBe('acb')
  expect(idsOf(moveStep(STEPS, 0, -1))).toBe('abc')
  expect(idsOf(moveStep(STEPS, 2, 1))).toBe('abc')
})

it('gives a new step an id that no step has', () => {
  const steps = [newStep([], 'x'), { ...newStep([], 'y'), id: 'step-2' }]
  expect(newStep(steps.slice(1), 'z').id).not.toBe('step-2')
  expect(newStep(steps, 'z').id).toBe('step-3')
})

it('keeps the other language of a prompt that has not changed', () => {
  const before = [{ zh: '问好', en: 'Greet' }]
  expect(promptsOf('问好\n点到', before, 'zh-CN')).toEqual([
    { zh: '问好', en: 'Greet' },
    { zh: '点到', en: '' },
  ])
  expect(promptsOf('大家好', before, 'zh-CN')).toEqual([{ zh: '大家好', en: '' }])
  expect(promptsOf('Hello', before, 'en')).toEqual([{ zh: '问好', en: 'Hello' }])
})
