import { useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { type Command, type CommandScope, commandRegistry, type RegisteredCommand } from './commands.ts'

/**
 * Adds commands while the component is mounted. `run` and `when` may change on every render;
 * the list is registered anew only when an id, a name or a shortcut changes. A screen that is seen obeys its keys.
 */
export function useCommands(commands: readonly Command[], scope: CommandScope = 'screen'): void {
  const latest = useRef(commands)
  latest.current = commands
  const identity = JSON.stringify(commands.map(({ run: _run, when: _when, ...facts }) => facts))

  // biome-ignore lint/correctness/useExhaustiveDependencies: the identity stands for the list, whose functions change on every render
  useLayoutEffect(() => {
    const stable = latest.current.map((command, index) => ({
      ...command,
      run: () => latest.current[index]?.run(),
      when: () => latest.current[index]?.when?.() ?? true,
    }))
    return commandRegistry.add(stable, scope)
  }, [identity, scope])
}

export function useRegisteredCommands(): readonly RegisteredCommand[] {
  return useStore(commandRegistry.store, ({ commands }) => commands)
}
