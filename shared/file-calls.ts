/** Calls that carry a file travel by fetch where the other calls go over a socket: `attachments.*` and `…File`. */
export function travelsAsFile(path: readonly string[]): boolean {
  return path[0] === 'attachments' || (path.at(-1)?.endsWith('File') ?? false)
}
