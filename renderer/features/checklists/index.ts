export { ChecklistsScreen as Screen } from './ChecklistsScreen.tsx'
