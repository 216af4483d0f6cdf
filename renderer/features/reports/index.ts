export { ReportsScreen as Screen } from './ReportsScreen.tsx'
