import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Kbd } from '../../ui/Kbd.tsx'
import { Overlay } from '../../ui/Overlay.tsx'
import { closeLayer, layerStore } from '../layer-store.ts'
import { preferences } from '../preferences-store.ts'
import { isComposing } from '../shortcut.ts'
import { useTranslate } from '../use-translate.ts'
import styles from './Palette.module.css'
import { type PaletteEntry, searchEntries } from './palette-search.ts'
import { usePaletteEntries } from './use-palette-entries.ts'

/** Ctrl+K: everything by name, pinyin or initials. */
export function Palette() {
  const t = useTranslate()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const entries = usePaletteEntries()
  const asked = useDeferredValue(query)
  const [recent] = useState(() => preferences.getState().recentCommands)
  const found = useMemo(() => searchEntries(entries, asked, recent), [entries, asked, recent])
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => setQuery(layerStore.getState().typedAhead), [])

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])

  function run(entry: PaletteEntry | undefined) {
    if (!entry) return
    closeLayer()
    entry.run()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length > 0) {
      event.preventDefault()
      setCurrent((current + step + found.length) % found.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(found[current])
    }
  }

  return (
    <Overlay label={t('commands.openPalette')} onClose={closeLayer}>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[current] ? `${listId}-${current}` : undefined}
        aria-label={t('commands.openPalette')}
        placeholder={t('shell.palettePlaceholder')}
        value={query}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into it
        autoFocus
        onChange={(event) => {
          setQuery(event.target.value)
          setCurrent(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} ref={list} className={styles.list} role="listbox" aria-label={t('shell.paletteResults')}>
        {found.map((entry, index) => (
          <PaletteLine
            key={entry.id}
            id={`${listId}-${index}`}
            entry={entry}
            isCurrent={index === current}
            isRecent={query === '' && recent.includes(entry.id)}
            onHover={() => setCurrent(index)}
            onRun={() => run(entry)}
          />
        ))}
      </div>
      {found.length === 0 && query !== '' && <p className={styles.none}>{t('shell.paletteEmpty', { query })}</p>}
      <footer className={styles.foot}>
        <span>
          <Kbd keys="Up" /> <Kbd keys="Down" /> {t('shell.keysMove')}
        </span>
        <span>
          <Kbd keys="Enter" /> {t('shell.keysRun')}
        </span>
        <span>
          <Kbd keys="Esc" /> {t('shell.keysClose')}
        </span>
      </footer>
    </Overlay>
  )
}

interface LineProps {
  id: string
  entry: PaletteEntry
  isCurrent: boolean
  isRecent: boolean
  onHover: () => void
  onRun: () => void
}

function PaletteLine({ id, entry, isCurrent, isRecent, onHover, onRun }: LineProps) {
  const t = useTranslate()
  const kind = entry.group === 'person' ? t('shell.palettePeople') : isRecent ? t('shell.paletteRecent') : ''
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above carries the keyboard for the whole list
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={styles.line}
      onMouseMove={onHover}
      onClick={onRun}
    >
      <span>{entry.title}</span>
      <span className={styles.kind}>{kind}</span>
      {entry.shortcut && <Kbd keys={entry.shortcut} />}
    </div>
  )
}
