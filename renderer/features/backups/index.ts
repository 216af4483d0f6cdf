export { BackupNote } from './BackupNote.tsx'
export { BackupsScreen as Screen } from './BackupsScreen.tsx'
export { formatSize } from './backup-words.ts'
export { MissingList } from './MissingList.tsx'
