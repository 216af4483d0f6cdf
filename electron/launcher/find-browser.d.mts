export function findBrowser(surroundings?: {
  env?: Record<string, string | undefined>
  platform?: NodeJS.Platform
  exists?: (path: string) => boolean
}): string | undefined
export function hasScreen(surroundings?: {
  env?: Record<string, string | undefined>
  platform?: NodeJS.Platform
}): boolean
