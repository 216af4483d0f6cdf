import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/messages/language.ts'
import type { Translate } from '../../shared/messages/message-key.ts'

/** The only way to words in a component: `const t = useTranslate()`, then `t('people.list.title')`. */
export function useTranslate(): Translate {
  const { t } = useTranslation()
  return useMemo(() => (key, params) => t(key, params ?? {}), [t])
}

export function useLanguage(): Language {
  return useTranslation().i18n.language as Language
}
