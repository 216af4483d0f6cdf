export { openGive } from './give-store.ts'
export { ThanksPage } from './ThanksPage.tsx'
export { useColleagues } from './use-colleagues.ts'
