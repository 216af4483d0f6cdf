import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { type Connection, connect } from '../services/connection.ts'
import { useDiagnosis } from '../services/shell-diagnosis.ts'
import { ClientProvider, createClientAccess } from '../services/use-client.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Gate } from './Gate.tsx'
import { i18n } from './language.ts'
import { createLiveCache } from './live-cache.ts'
import { Splash } from './Splash.tsx'
import { ThemeRoot } from './theme/ThemeRoot.tsx'

type Attempt = Connection | 'connecting' | 'failed'

/** `first` began before there was anything to show. */
export function App({ first }: { first: Promise<Connection> }) {
  const [attempt, setAttempt] = useState<Attempt>('connecting')
  const [tries, setTries] = useState(0)

  useEffect(() => {
    let isCurrent = true
    setAttempt('connecting')
    const running = tries === 0 ? first : connect()
    running.then(
      (connection) => isCurrent && setAttempt(connection),
      () => isCurrent && setAttempt('failed'),
    )
    return () => {
      isCurrent = false
    }
  }, [tries, first])

  return (
    <I18nextProvider i18n={i18n}>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <ThemeRoot>
            <Diagnosed>
              {typeof attempt === 'string' ? (
                <Splash stage={attempt} onRetry={() => setTries((count) => count + 1)} />
              ) : (
                <Connected connection={attempt} />
              )}
            </Diagnosed>
          </ThemeRoot>
        </Suspense>
      </ErrorBoundary>
    </I18nextProvider>
  )
}

const DiagnosisPage = lazy(async () => ({ default: (await import('./DiagnosisPage.tsx')).DiagnosisPage }))

/** Only the desktop shell ever gives up. */
function Diagnosed({ children }: { children: ReactNode }) {
  const diagnosis = useDiagnosis()
  return diagnosis ? <DiagnosisPage diagnosis={diagnosis} /> : children
}

function Connected({ connection }: { connection: Connection }) {
  const [access] = useState(() => createClientAccess(connection))
  const [cache] = useState(createLiveCache)
  return (
    <ClientProvider value={access}>
      <QueryClientProvider client={cache}>
        <Gate />
      </QueryClientProvider>
    </ClientProvider>
  )
}
