export interface Licenses {
  packages: readonly { name: string; version: string; license: string; text: number }[]
  /** Each text once; a package names its text by the place in here. */
  texts: readonly string[]
}

export interface LicensedPackage {
  /** `name version`, unique. */
  id: string
  license: string
  text: string
}

/** The list that is built beside the page. Rejects where it is missing from the installation. */
export async function fetchLicenses(): Promise<LicensedPackage[]> {
  const answer = await fetch('/licenses.json')
  if (!answer.ok) throw new Error(`licenses.json: ${answer.status}`)
  return listLicenses((await answer.json()) as Licenses)
}

export function listLicenses({ packages, texts }: Licenses): LicensedPackage[] {
  return packages.map(({ name, version, license, text }) => ({
    id: `${name} ${version}`,
    license,
    text: texts[text] ?? '',
  }))
}

/** Every word must occur in the name, the licence or its text. */
export function searchLicenses(packages: readonly LicensedPackage[], query: string): LicensedPackage[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return packages.filter(({ id, license, text }) => {
    const all = `${id}\n${license}\n${text}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

/** `156.0.1.2` of a browser that calls itself Chromium, Chrome or Edge; empty in any other. */
export function engineVersion(userAgent: string): string {
  return /(?:Chrome|Chromium)\/([\d.]+)/.exec(userAgent)?.[1] ?? ''
}
