export function PrintPage(_: { uid: string }) {
  return null
}
