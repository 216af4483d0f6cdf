import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/messages/language.ts'
import type { MessageParams } from '../../../shared/messages/message-key.ts'
import { useApi } from '../../services/use-client.ts'
import { loadMessages } from '../language.ts'
import { layerStore } from '../layer-store.ts'
import { rememberCommand } from '../preferences-store.ts'
import { navigate } from '../route-store.ts'
import { useSessionQuery } from '../session.ts'
import { useRegisteredCommands } from '../use-commands.ts'
import type { PaletteEntry } from './palette-search.ts'

type Readings = (text: string) => string[]

/** Chinese and English names both find a command, whatever the language on screen. */
function useBothLanguages(): boolean {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    void Promise.all([loadMessages('zh-CN'), loadMessages('en')]).then(() => setReady(true))
  }, [])
  return isReady
}

function useReadings(): Readings | undefined {
  const [readings, setReadings] = useState<Readings>()
  useEffect(() => {
    void import('./readings.ts').then(({ readingsOf }) => setReadings(() => readingsOf))
  }, [])
  return readings
}

function useCommandEntries(): PaletteEntry[] {
  const { t, i18n } = useTranslation()
  const bothReady = useBothLanguages()
  const readings = useReadings()
  const commands = useRegisteredCommands()
  return useMemo(() => {
    const titleIn = (language: Language, key: string, params: MessageParams) => i18n.getFixedT(language)(key, params)
    return commands
      .filter(({ isKeyOnly, when }) => !isKeyOnly && (when?.() ?? true))
      .filter(({ scope }) => scope === 'everywhere' || !layerStore.getState().isOverDialog)
      .map(({ id, key, params = {}, navKey, shortcut, run }) => {
        const named = (language: Language) =>
          titleIn(language, key, navKey ? { page: titleIn(language, navKey, {}) } : params)
        const chinese = named('zh-CN')
        return {
          id,
          title: t(key, navKey ? { page: t(navKey) } : params),
          words: bothReady ? [chinese, named('en')] : [],
          readings: readings ? readings(chinese) : [],
          group: 'command' as const,
          ...(shortcut ? { shortcut } : {}),
          run() {
            rememberCommand(id)
            run()
          },
        }
      })
  }, [commands, readings, bothReady, i18n, t])
}

function usePersonEntries(): PaletteEntry[] {
  const { data: session } = useSessionQuery()
  const { data } = useQuery({
    ...useApi().people.list.queryOptions({ input: {} }),
    enabled: Boolean(session?.person),
  })
  return useMemo(
    () =>
      (session?.person ? (data ?? []) : []).map(({ uid, name, pinyin, staffNo }) => ({
        id: `person-${uid}`,
        title: name,
        words: staffNo ? [staffNo] : [],
        readings: pinyin.split(' '),
        group: 'person' as const,
        run: () => navigate('/people', { person: uid }),
      })),
    [data, session],
  )
}

export function usePaletteEntries(): PaletteEntry[] {
  const commands = useCommandEntries()
  const people = usePersonEntries()
  return useMemo(() => [...commands, ...people], [commands, people])
}
