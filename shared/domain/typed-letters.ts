/** Letters of Crockford's alphabet as typed from paper: any grouping, small letters, O for 0, I and L for 1. */
export function typedLetters(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}
