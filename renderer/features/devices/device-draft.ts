import type { Device, DeviceFields, DeviceKind } from '../../../shared/contract/devices.ts'

/** What the form holds; empty text is none. */
export interface DeviceDraft {
  kind: DeviceKind
  name: string
  number: string
  zone: string | null
  vendor: string
  phone: string
  installedOn: string | null
  switchedOffOn: string | null
  hasOwnHours: boolean
  open: string
  close: string
  onClosedDays: boolean
}

export function draftOf(device: Device | undefined): DeviceDraft {
  return {
    kind: device?.kind ?? 'cash',
    name: device?.name ?? '',
    number: device?.number ?? '',
    zone: device?.zone ?? null,
    vendor: device?.vendor ?? '',
    phone: device?.phone ?? '',
    installedOn: device?.installedOn ?? null,
    switchedOffOn: device?.switchedOffOn ?? null,
    hasOwnHours: Boolean(device?.hours),
    open: device?.hours?.open ?? '00:00',
    close: device?.hours?.close ?? '24:00',
    onClosedDays: device?.hours?.onClosedDays ?? true,
  }
}

export function fieldsOf(draft: DeviceDraft): DeviceFields {
  const { kind, zone, installedOn, switchedOffOn, hasOwnHours, open, close, onClosedDays } = draft
  return {
    ...{ kind, zone, installedOn, switchedOffOn },
    name: draft.name.trim(),
    number: draft.number.trim(),
    vendor: draft.vendor.trim() || null,
    phone: draft.phone.trim() || null,
    hours: hasOwnHours ? { open, close, onClosedDays } : null,
  }
}
