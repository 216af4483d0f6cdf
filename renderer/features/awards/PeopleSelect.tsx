import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import type { FieldIds } from '../../ui/Field.tsx'
import { useEarlyChoice } from '../../ui/use-early-choice.ts'

type PeopleSelectProps = FieldIds & { without?: readonly string[]; disabled?: boolean; autoFocus?: boolean } & (
    | { isMany: true; value: string[]; onChange: (uids: string[]) => void }
    | { isMany?: false; value: string | null; onChange: (uid: string) => void }
  )

/** Colleagues who work here now, by name or pinyin. */
export function PeopleSelect({ without = [], isMany = false, value, onChange, ...ids }: PeopleSelectProps) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const people = useQuery(useApi().people.list.queryOptions({ input: {} }))
  const options = people.data
    ?.filter(({ uid }) => !without.includes(uid))
    .map(({ uid, name, pinyin, post }) => ({
      value: uid,
      label: name,
      words: `${name} ${pinyin}`.toLowerCase(),
      post: t(`posts.${post}`),
    }))
  const chosen = Array.isArray(value) ? value : []
  const { onSelect: forgetWords, ...early } = useEarlyChoice({
    options,
    onChoose: (uid) => (onChange as (chosen: unknown) => void)(isMany ? [...new Set([...chosen, uid])] : uid),
  })
  return (
    <Select
      {...ids}
      {...early}
      {...(isMany && { mode: 'multiple' as const })}
      // Of several, Tab would take the next name of an open list; typing opens it again.
      open={isOpen}
      onOpenChange={setOpen}
      onSelect={() => {
        forgetWords()
        setOpen(false)
      }}
      value={(value ?? undefined) as never}
      placeholder={t('awardViews.choosePerson')}
      options={options ?? []}
      optionRender={({ data }) => `${data.label} · ${data.post}`}
      onChange={onChange as (chosen: unknown) => void}
    />
  )
}
