import { type Command, commandRegistry } from './commands.ts'
import { layerStore, typeAhead } from './layer-store.ts'
import { type FocusPlace, isComposing, mayFire, shortcutOf } from './shortcut.ts'

const TYPING = 'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true]'
const CONTROLS =
  'button,a[href],summary,[role=button],[role=menuitem],[role=option],[role=tab],[role=checkbox],[role=radio]'
const DIALOGS = 'dialog,[role=dialog],[role=listbox],[role=menu]'

function placeOf(target: EventTarget | null): FocusPlace {
  if (!(target instanceof Element)) return { isTyping: false, isOnControl: false, isInDialog: false }
  return {
    isTyping: target.matches(TYPING),
    isOnControl: target.closest(CONTROLS) !== null,
    isInDialog: target.closest(DIALOGS) !== null,
  }
}

/** The focus may fall to the page while a dialog is open: its button was taken away, or somebody clicked beside it. */
export function isWithinReach({ inDialogs = false }: Pick<Command, 'inDialogs'>, { isInDialog }: FocusPlace): boolean {
  return inDialogs || (!isInDialog && layerStore.getState().dialogs === 0)
}

/** A layer is on its way: what is typed meanwhile belongs to it, never to the screen below. */
function keepForLayer(event: KeyboardEvent): void {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    typeAhead(event.key)
  }
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return
  const place = placeOf(event.target)
  if (layerStore.getState().open && !place.isInDialog) {
    keepForLayer(event)
    return
  }
  const shortcut = shortcutOf(event)
  const command = commandRegistry.find(shortcut)
  if (!command || !mayFire(shortcut, place) || !isWithinReach(command, place)) return
  event.preventDefault()
  command.run()
}

export function followKeys(): () => void {
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
