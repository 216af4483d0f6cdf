export interface ShippedPackage {
  name: string
  version: string
  /** An SPDX expression. */
  license: string
  /** From the root of the project. */
  folder: string
}

export function shippedPackages(): ShippedPackage[]
export function describePackage(folder: string): ShippedPackage
export function licenseDocument(bundled: readonly ShippedPackage[]): {
  packages: { name: string; version: string; license: string; text: number }[]
  texts: string[]
}
export function licensePage(): string
export function billOfMaterials(version: string): {
  components: { name: string; version: string; licenses?: { expression: string }[] }[]
}
