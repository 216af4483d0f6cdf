import { createInstance, type i18n } from 'i18next'
import { I18N_OPTIONS } from './i18n-options.ts'
import { resources } from './index.ts'
import type { Language } from './language.ts'
import type { Translate } from './message-key.ts'

const translators = new Map<Language, Translate>()

/** Works without React: reports, exports, the command line. Same keys as the screens. */
export function translatorFor(language: Language): Translate {
  let translate = translators.get(language)
  if (!translate) {
    const instance = createTranslator(language)
    translate = (key, params) => instance.t(key, params ?? {})
    translators.set(language, translate)
  }
  return translate
}

function createTranslator(language: Language): i18n {
  const instance = createInstance()
  void instance.init({
    ...I18N_OPTIONS,
    lng: language,
    initAsync: false,
    resources: Object.fromEntries(Object.entries(resources).map(([name, translation]) => [name, { translation }])),
  })
  return instance
}
