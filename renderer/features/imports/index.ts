export { ImportsScreen as Screen } from './ImportsScreen.tsx'
