export { MoodsScreen as Screen } from './MoodsScreen.tsx'
