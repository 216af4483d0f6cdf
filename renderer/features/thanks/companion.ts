export { ThanksCompanion as Companion } from './ThanksCompanion.tsx'
