export { AwardsScreen as Screen } from './AwardsScreen.tsx'
