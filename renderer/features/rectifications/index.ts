export { RectificationsScreen as Screen } from './RectificationsScreen.tsx'
