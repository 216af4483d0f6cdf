import { BrowserWindow, dialog, type WebContents } from 'electron'
import { writeDurably } from '../service/write-durably.ts'
import { safeFileName } from './file-name.ts'

/** The page as it prints: its own `@page` rules decide paper and margins. */
export async function savePdf(page: WebContents, suggestedName: unknown): Promise<'saved' | 'cancelled'> {
  const window = BrowserWindow.fromWebContents(page)
  const question = { defaultPath: safeFileName(suggestedName, '.pdf'), filters: [{ name: 'PDF', extensions: ['pdf'] }] }
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, question)
    : dialog.showSaveDialog(question))
  if (canceled || !filePath) return 'cancelled'
  const bytes = await page.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  writeDurably(filePath, bytes)
  return 'saved'
}
