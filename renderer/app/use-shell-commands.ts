import { useMutation } from '@tanstack/react-query'
import { openLayer } from './layer-store.ts'
import { navigate } from './route-store.ts'
import { routesFor } from './routes.ts'
import { useEnterWorkspace, useLeaveSeat, useSignedIn, useWorkspaceQuery } from './session.ts'
import { useCommands } from './use-commands.ts'
import { type SampleEntry, useEnterSample } from './use-enter-sample.ts'

/** Returns the way into the sample outlet, which takes a while the first time. */
export function useShellCommands(): SampleEntry {
  const { person } = useSignedIn()
  const { data } = useWorkspaceQuery()
  const leave = useLeaveSeat()
  const enterWorkspace = useEnterWorkspace()
  const leaveSample = useMutation({ mutationFn: () => enterWorkspace('own') })
  const sample = useEnterSample()
  const isSample = data?.workspace === 'sample'
  useCommands(
    [
      ...routesFor(person.role).map((route) => ({
        id: `go-${route.id}`,
        key: 'commands.goTo' as const,
        navKey: route.navKey,
        ...(route.shortcut ? { shortcut: route.shortcut } : {}),
        run: () => navigate(route.path),
      })),
      { id: 'switch-person', key: 'commands.switchPerson', shortcut: 'F2', inDialogs: true, run: () => void leave() },
      { id: 'lock', key: 'commands.lock', shortcut: 'Ctrl+L', inDialogs: true, run: () => void leave(person.uid) },
      { id: 'change-pin', key: 'commands.changePin', run: () => openLayer('change-pin') },
      {
        id: 'reissue-recovery',
        key: 'commands.reissueRecovery',
        when: () => person.role === 'outlet-head',
        run: () => openLayer('recovery-sheet'),
      },
      { id: 'about', key: 'settings.commands.about', run: () => navigate('/settings', { tab: 'about' }) },
      { id: 'leave-sample', key: 'commands.leaveSample', when: () => isSample, run: () => leaveSample.mutate() },
      { id: 'enter-sample', key: 'commands.enterSample', when: () => !isSample, run: sample.enter },
    ],
    'everywhere',
  )
  return sample
}
