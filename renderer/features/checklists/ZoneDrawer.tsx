import { useMutation } from '@tanstack/react-query'
import { Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { OWNERS, type Zone } from '../../../shared/contract/checklists.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { Field } from '../../ui/Field.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { notify } from '../../ui/toast-store.ts'

type ZoneDraft = Omit<Zone, 'id' | 'isOwn'>

const EVERYBODY = 'everybody'

/** Without a zone: a new one at the end of the walk. */
export function ZoneDrawer({
  zone,
  lastOrder,
  onClose,
  onAdded,
}: {
  zone: Zone | undefined
  lastOrder: number
  onClose: () => void
  onAdded: (id: string) => void
}) {
  const t = useTranslate()
  const { checklists: api } = useApi()
  const [start] = useState(() => draftOf(zone, lastOrder + 1))
  const [draft, setDraft] = useState(start)
  const [wasSubmitted, setSubmitted] = useState(false)
  const add = useMutation(api.addZone.mutationOptions({ meta: { showsFailure: true } }))
  const update = useMutation(api.updateZone.mutationOptions({ meta: { showsFailure: true } }))
  const back = useMutation(api.updateZone.mutationOptions())
  const error = add.error ?? update.error ?? undefined
  const problems: Record<string, string> = {
    ...describeFields(error, t),
    ...(wasSubmitted && draft.zh.trim() === '' && { zh: t('errors.required') }),
  }
  const change = (part: Partial<ZoneDraft>) => setDraft({ ...draft, ...part })

  function save() {
    setSubmitted(true)
    if (draft.zh.trim() === '') return
    if (zone) {
      const { isOwn: _isOwn, ...was } = zone
      update.mutate(
        { id: zone.id, ...draft },
        {
          onSuccess(saved) {
            const text = t('checklists.zone.saved', { name: saved.zh })
            notify({ tone: 'done', text, undo: () => back.mutate(was) })
            onClose()
          },
        },
      )
      return
    }
    const { isOn: _isOn, ...content } = draft
    add.mutate(content, {
      onSuccess(added) {
        notify({ tone: 'done', text: t('checklists.zone.added', { name: added.zh }) })
        onAdded(added.id)
      },
    })
  }

  const texts = [
    { name: 'zh', label: t('checklists.zone.name'), most: 200 },
    { name: 'en', label: t('checklists.zone.nameEn'), most: 500 },
    { name: 'walk_zh', label: t('checklists.zone.walk'), most: 500, help: t('checklists.zone.walkHelp') },
    { name: 'walk_en', label: t('checklists.zone.walkEn'), most: 500 },
  ] as const

  return (
    <FormDrawer
      isOpen
      title={zone ? t('checklists.zone.edit') : t('checklists.zone.add')}
      isDirty={JSON.stringify(draft) !== JSON.stringify(start)}
      isSaving={add.isPending || update.isPending}
      error={error}
      onSave={save}
      onClose={onClose}
    >
      {texts.map(({ name, label, most, ...more }) => (
        <Field key={name} label={label} isOptional={name !== 'zh'} error={problems[name]} {...more}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus={name === 'zh'}
              autoComplete="off"
              maxLength={most}
              value={draft[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={t('checklists.zone.checker')}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.default_checker_role ?? EVERYBODY}
            options={[
              { value: EVERYBODY, label: t('checklists.zone.checkerAny') },
              ...OWNERS.map((owner) => ({ value: owner, label: t(`checklists.owner.${owner}`) })),
            ]}
            onChange={(role) => change({ default_checker_role: OWNERS.find((one) => one === role) ?? null })}
          />
        )}
      </Field>
      {zone && (
        <Field label={t('checklists.zone.isOn')} help={t('checklists.zone.isOnHelp')}>
          {({ id }) => (
            <span>
              <Switch id={id} checked={draft.isOn} onChange={(isOn) => change({ isOn })} />
            </span>
          )}
        </Field>
      )}
    </FormDrawer>
  )
}

function draftOf(zone: Zone | undefined, order: number): ZoneDraft {
  if (!zone) return { order, zh: '', en: '', walk_zh: '', walk_en: '', default_checker_role: null, isOn: true }
  const { id: _id, isOwn: _isOwn, ...draft } = zone
  return draft
}
