import type { Rectification } from '../../shared/contract/rectifications.ts'
import type { Language } from '../../shared/messages/language.ts'
import { textIn } from '../../shared/messages/text-in.ts'

export interface TaskText {
  /** The item that failed, or what the finder wrote where there is none. */
  what: string
  /** What the finder wrote about the item; empty where that adds nothing. */
  note: string
}

/** A task in words. A fail without a note is described by its item's Chinese wording. */
export function taskText(
  { itemText, description }: Pick<Rectification, 'itemText' | 'description'>,
  language: Language,
): TaskText {
  if (!itemText) return { what: description, note: '' }
  return { what: textIn(itemText, language), note: description === itemText.zh ? '' : description }
}
