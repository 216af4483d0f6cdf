export { TodayScreen as Screen } from './TodayScreen.tsx'
