/** Texts are escaped where they are shown (React, the document builders), never here. */
export const I18N_OPTIONS = {
  fallbackLng: 'zh-CN',
  interpolation: { escapeValue: false },
  returnNull: false,
} as const
