const STORAGE_KEY = 'chenxun.tab'
const LAUNCH = /^#launch=([\w-]{20,100})$/

/** Headers that no form and no page of another origin can send. */
export const OWN_PAGE_HEADERS = { 'content-type': 'application/json', 'x-console': '1' } as const

export interface TabSurroundings {
  location: Pick<Location, 'hash' | 'origin' | 'pathname' | 'search'>
  history: Pick<History, 'replaceState'>
  sessionStorage: Pick<Storage, 'getItem' | 'setItem'>
  fetch: typeof fetch
}

export function hasLaunchCode(hash: string): boolean {
  return LAUNCH.test(hash)
}

export interface ClaimedTab {
  token: string
  /** For the first socket of a new tab: one question less before the first screen. */
  ticket?: string
}

/**
 * The token of this tab: a new one for the launch code in the address, or the one from before a reload. The code
 * leaves the address first, so that no bookmark and no screenshot holds it.
 */
export async function claimTab(by: TabSurroundings): Promise<ClaimedTab | undefined> {
  const code = LAUNCH.exec(by.location.hash)?.[1]
  if (code) {
    by.history.replaceState(null, '', by.location.pathname + by.location.search)
    const claimed = await exchange(by, code)
    if (claimed) {
      by.sessionStorage.setItem(STORAGE_KEY, claimed.token)
      return claimed
    }
  }
  const token = by.sessionStorage.getItem(STORAGE_KEY)
  return token === null ? undefined : { token }
}

async function exchange({ fetch, location }: TabSurroundings, code: string): Promise<ClaimedTab | undefined> {
  const response = await fetch(`${location.origin}/session`, {
    method: 'POST',
    headers: OWN_PAGE_HEADERS,
    body: JSON.stringify({ code }),
  }).catch(() => undefined)
  if (!response?.ok) return undefined
  return (await response.json()) as Required<ClaimedTab>
}
