export { PapersPage } from './PapersPage.tsx'
export { WallPage } from './WallPage.tsx'
