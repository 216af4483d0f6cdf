import { useMutation } from '@tanstack/react-query'
import type { Device } from '../../../shared/contract/devices.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'

const EDITORS: readonly string[] = ['outlet-head', 'ops-supervisor']
const LEADS: readonly string[] = [...EDITORS, 'lobby-manager']

/** Who edits the register, and who records outages; the service checks both again. */
export function useDeviceRights() {
  const { person } = useSignedIn()
  return {
    mayEdit: EDITORS.includes(person.role),
    mayRecord: LEADS.includes(person.role) || (person.role === 'teller' && person.duties.includes('device-keeper')),
  }
}

/** One key each: down from now, up from now. A slip is undone from the corner. */
export function useSwitchDevice() {
  const t = useTranslate()
  const api = useApi()
  const down = useMutation(api.devices.markDown.mutationOptions())
  const up = useMutation(api.devices.markUp.mutationOptions())
  const withdraw = useMutation(api.devices.withdrawOutage.mutationOptions())

  function markDown({ uid, name }: Device, isPartial = false) {
    down.mutate(
      { device: uid, isPartial },
      {
        onSuccess: (outage) =>
          notify({
            tone: 'done',
            text: t(isPartial ? 'devices.action.markedPartial' : 'devices.action.markedDown', { name }),
            undo: () =>
              withdraw.mutate({ uid: outage.uid, basedOn: outage.revision, reason: t('devices.action.slip') }),
          }),
      },
    )
  }

  function markUp({ uid, name }: Device) {
    up.mutate(
      { device: uid },
      { onSuccess: () => notify({ tone: 'done', text: t('devices.action.markedUp', { name }) }) },
    )
  }

  return { markDown, markUp, isBusy: down.isPending || up.isPending }
}
