import { ConfigProvider } from 'antd'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { languageStore } from '../language.ts'
import { antdTheme } from './antd-theme.ts'
import { cspNonce, scheme } from './theme.ts'

/** antd in our colours, in the language on screen, with the nonce of this page on every style it injects. */
export function ThemeRoot({ children }: { children: ReactNode }) {
  const name = useSyncExternalStore(scheme.subscribe, scheme.get)
  const locale = useStore(languageStore, (state) => state.antd)
  const theme = useMemo(() => antdTheme(name), [name])
  const nonce = cspNonce()
  return (
    <ConfigProvider
      theme={theme}
      componentSize="medium"
      button={{ autoInsertSpace: false }}
      {...(locale ? { locale } : {})}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      {children}
    </ConfigProvider>
  )
}
