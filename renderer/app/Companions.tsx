import { type ComponentType, useEffect, useState } from 'react'
import { type Route, routesFor } from './routes.ts'
import { useSignedIn } from './session.ts'

/** What a feature keeps alive beside every screen: its count in the navigation, commands that work everywhere. */
export function Companions() {
  const { person } = useSignedIn()
  return routesFor(person.role).map((route) => <CompanionOf key={route.id} route={route} />)
}

/** A companion that cannot be loaded is missed by nobody who works on a screen. */
function CompanionOf({ route }: { route: Route }) {
  const [Companion, setCompanion] = useState<ComponentType>()
  useEffect(() => {
    let isMounted = true
    route.loadCompanion?.().then(
      (door) => isMounted && setCompanion(() => door.Companion),
      () => undefined,
    )
    return () => {
      isMounted = false
    }
  }, [route])
  return Companion ? <Companion /> : null
}
