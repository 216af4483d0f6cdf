import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { undoLatest } from '../ui/toast-store.ts'
import { followKeys } from './command-keys.ts'
import { layerStore, openLayer } from './layer-store.ts'
import { preferences } from './preferences-store.ts'
import { useCommands } from './use-commands.ts'

const loadPalette = () => import('./palette/Palette.tsx')
const Palette = lazy(() => loadPalette().then((door) => ({ default: door.Palette })))
const PREFETCH_MS = 1_500
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx').then((door) => ({ default: door.ShortcutSheet })))

/** Keys, palette and shortcut sheet; present on every screen, sign-in included. */
export function CommandLayer({ children }: { children: ReactNode }) {
  const layer = useStore(layerStore, (state) => state.open)
  useEffect(followKeys, [])
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), PREFETCH_MS)
    return () => clearTimeout(timer)
  }, [])
  useCommands(
    [
      {
        id: 'palette',
        key: 'commands.openPalette',
        shortcut: 'Ctrl+K',
        inDialogs: true,
        isKeyOnly: true,
        run: () => openLayer('palette'),
      },
      {
        id: 'shortcuts',
        key: 'commands.showShortcuts',
        shortcut: '?',
        run: () => openLayer('shortcuts'),
      },
      { id: 'undo', key: 'commands.undoLast', shortcut: 'Ctrl+Z', run: undoLatest },
      { id: 'theme-light', key: 'commands.themeLight', run: () => preferences.setState({ appearance: 'light' }) },
      { id: 'theme-dark', key: 'commands.themeDark', run: () => preferences.setState({ appearance: 'dark' }) },
      { id: 'theme-system', key: 'commands.themeSystem', run: () => preferences.setState({ appearance: 'system' }) },
      { id: 'language-zh', key: 'commands.languageChinese', run: () => preferences.setState({ language: 'zh-CN' }) },
      { id: 'language-en', key: 'commands.languageEnglish', run: () => preferences.setState({ language: 'en' }) },
    ],
    'everywhere',
  )
  return (
    <>
      {children}
      <Suspense fallback={null}>
        {layer === 'palette' && <Palette />}
        {layer === 'shortcuts' && <ShortcutSheet />}
      </Suspense>
    </>
  )
}
