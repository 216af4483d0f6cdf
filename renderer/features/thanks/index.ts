export { ThanksPage } from './ThanksPage.tsx'
