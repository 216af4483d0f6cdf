import { useMutation } from '@tanstack/react-query'
import { openLayer } from './layer-store.ts'
import { navigate } from './route-store.ts'
import { routesFor } from './routes.ts'
import { useEnterWorkspace, useLeaveSeat, useSignedIn, useWorkspaceQuery } from './session.ts'
import { useCommands } from './use-commands.ts'

/** Says whether the sample outlet is being opened, which takes a while. */
export function useShellCommands(): { isOpeningSample: boolean } {
  const { person } = useSignedIn()
  const { data } = useWorkspaceQuery()
  const leave = useLeaveSeat()
  const enter = useMutation({ mutationFn: useEnterWorkspace() })
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
      { id: 'leave-sample', key: 'commands.leaveSample', when: () => isSample, run: () => enter.mutate('own') },
      { id: 'enter-sample', key: 'commands.enterSample', when: () => !isSample, run: () => enter.mutate('sample') },
    ],
    'everywhere',
  )
  return { isOpeningSample: enter.isPending && enter.variables === 'sample' }
}
