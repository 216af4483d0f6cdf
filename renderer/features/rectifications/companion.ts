export { RectificationsCompanion as Companion } from './RectificationsCompanion.tsx'
