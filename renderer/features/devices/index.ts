export { DevicesScreen as Screen } from './DevicesScreen.tsx'
