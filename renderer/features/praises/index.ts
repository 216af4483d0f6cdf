export { PraisesPage } from './PraisesPage.tsx'
