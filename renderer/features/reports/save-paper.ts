import type { Translate } from '../../../shared/messages/message-key.ts'
import { notify } from '../../ui/toast-store.ts'

/** What is on paper as a PDF: by the desktop shell, else by the browser's own print dialog, which can save one. */
export async function savePaper(title: string, t: Translate): Promise<void> {
  const desktop = window.chenxunDesktop
  if (desktop) {
    const outcome = await desktop.savePdf(title)
    if (outcome === 'saved') notify({ tone: 'done', text: t('reportScreen.pdfSaved') })
    return
  }
  notify({ tone: 'note', text: t('reportScreen.pdfByPrint') })
  window.print()
}
