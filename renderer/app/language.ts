import type { Locale } from 'antd/es/locale'
import antd from 'antd/es/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { createStore } from 'zustand/vanilla'
import { I18N_OPTIONS } from '../../shared/messages/i18n-options.ts'
import type { Language } from '../../shared/messages/language.ts'
import { messages } from '../../shared/messages/zh-CN/index.ts'
import { preferences } from './preferences-store.ts'

/** Chinese comes with the first screen; English is a chunk of its own with the words of antd and the date picker. */
const LOADERS = {
  'zh-CN': async () => ({ messages, antd, dayjs: 'zh-cn' }),
  en: async () => {
    const [{ messages }, { default: antd }] = await Promise.all([
      import('../../shared/messages/en/index.ts'),
      import('antd/es/locale/en_US'),
    ])
    return { messages, antd, dayjs: 'en' }
  },
} satisfies Record<Language, () => Promise<{ messages: object; antd: Locale; dayjs: string }>>

export const i18n = createInstance()

/** What the provider of antd shows; changes together with the texts. */
export const languageStore = createStore<{ language: Language; antd: Locale | undefined }>(() => ({
  language: 'zh-CN',
  antd: undefined,
}))

/** Fetches the words without showing them. */
export async function loadMessages(language: Language) {
  const loaded = await LOADERS[language]()
  i18n.addResourceBundle(language, 'translation', loaded.messages)
  return loaded
}

async function applyLanguage(language: Language): Promise<void> {
  const loaded = await loadMessages(language)
  await i18n.changeLanguage(language)
  dayjs.locale(loaded.dayjs)
  document.documentElement.lang = language
  document.title = i18n.t('common.appName')
  languageStore.setState({ language, antd: loaded.antd })
}

export async function startLanguage(): Promise<void> {
  const { language } = preferences.getState()
  await i18n.use(initReactI18next).init({ ...I18N_OPTIONS, lng: language, resources: {} })
  await applyLanguage(language)
  preferences.subscribe((now, before) => {
    if (now.language !== before.language) void applyLanguage(now.language)
  })
}
