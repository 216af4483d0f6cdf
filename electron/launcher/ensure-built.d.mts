/** Builds unless the build is that of the sources as they are. */
export function ensureBuilt(announce?: () => void): Promise<void>
