import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { isComposing } from '../../app/shortcut.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import styles from './PersonPicker.module.css'
import { searchPeople } from './person-search.ts'
import type { SignInPerson } from './use-sign-in.ts'

interface PersonPickerProps {
  id: string
  ref?: Ref<HTMLInputElement>
  people: readonly SignInPerson[]
  onPick: (person: SignInPerson) => void
}

/** Type a name, pinyin or initials; Enter takes the marked person. */
export function PersonPicker({ id, ref, people, onPick }: PersonPickerProps) {
  const t = useTranslate()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const found = searchPeople(people, query)

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length > 0) {
      event.preventDefault()
      setCurrent((current + step + found.length) % found.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const person = found[current]
      if (person) onPick(person)
    }
  }

  return (
    <div className={styles.picker}>
      <input
        id={id}
        ref={ref}
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[current] ? `${listId}-${current}` : undefined}
        placeholder={t('people.signIn.personHint')}
        value={query}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: signing in starts with the name
        autoFocus
        onChange={(event) => {
          setQuery(event.target.value)
          setCurrent(0)
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 && <p className={styles.none}>{t('people.signIn.personNone')}</p>}
      <div id={listId} role="listbox" className={styles.list} aria-label={t('people.signIn.person')}>
        {found.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above carries the keyboard for the whole list
          <div
            key={person.uid}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.line}
            ref={(line) => {
              if (index === current) line?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => onPick(person)}
          >
            <Avatar name={person.name} size={24} />
            <span>{person.name}</span>
            <span className={styles.post}>{t(`posts.${person.post}`)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
