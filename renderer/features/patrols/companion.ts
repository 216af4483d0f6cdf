export { PatrolsCompanion as Companion } from './PatrolsCompanion.tsx'
