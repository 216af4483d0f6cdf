import { type Connection, connect } from '../../../renderer/services/connection.ts'
import { followChanges } from '../../../renderer/services/live-events.ts'

declare global {
  interface Window {
    connection: Connection | undefined
    changes: string[]
    states: string[]
    violations: string[]
    follow(): void
  }
}

window.changes = []
window.states = []
window.violations = []
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`)
})

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
const style = document.createElement('style')
style.nonce = nonce
style.textContent = 'body { color: rgb(1, 2, 3) }'
document.head.append(style)

const connection = await connect()
window.states.push(connection.state.get())
connection.state.subscribe(() => window.states.push(connection.state.get()))
window.follow = () => {
  followChanges(
    connection,
    (feature) => window.changes.push(feature),
    () => window.changes.push('gap'),
  )
}
window.connection = connection
