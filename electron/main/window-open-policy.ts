/** No page opens a window: printing and reports happen in the page itself. */
export function windowOpenPolicy(_address: string): { action: 'deny' } {
  return { action: 'deny' }
}
