/**
 * Parts of antd (scroll lock, scroll bar measure) add style elements without the nonce they were given,
 * which a strict style policy refuses. Every style element made by our own scripts gets it here.
 */
export function giveStylesNonce(nonce: string): void {
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
