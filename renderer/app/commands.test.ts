import { expect, it, vi } from 'vitest'
import { type Command, createCommandRegistry, findClash } from './commands.ts'

const command = (overrides: Partial<Command> = {}): Command => ({
  id: 'save',
  key: 'common.save',
  run: () => {},
  ...overrides,
})

it('finds the command of a shortcut while it is registered', () => {
  const registry = createCommandRegistry()
  const run = vi.fn()
  const remove = registry.add([command({ shortcut: 'F2', run })], 'everywhere')
  registry.find('F2')?.run()
  expect(run).toHaveBeenCalledOnce()
  remove()
  expect(registry.find('F2')).toBeUndefined()
})

it('refuses a shortcut that a living command has', () => {
  const registry = createCommandRegistry()
  registry.add([command({ shortcut: 'N' })], 'everywhere')
  expect(() => registry.add([command({ id: 'new', shortcut: 'N' })], 'screen')).toThrow('shortcut N')
})

it('refuses an id that a living command has', () => {
  expect(findClash([command(), command()])).toBe('id save')
})

it('lets another screen use a shortcut once the first has left', () => {
  const registry = createCommandRegistry()
  registry.add([command({ shortcut: 'N' })], 'screen')()
  expect(() => registry.add([command({ id: 'new', shortcut: 'N' })], 'screen')).not.toThrow()
})

it('passes over a command that is not possible now', () => {
  const registry = createCommandRegistry()
  registry.add([command({ shortcut: 'N', when: () => false })], 'screen')
  expect(registry.find('N')).toBeUndefined()
})
