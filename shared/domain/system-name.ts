/** What records hold in place of a name where the console acted by itself; people read it in their language. */
export const SYSTEM_NAME = 'system'
