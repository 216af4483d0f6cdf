import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useNow } from '../../../services/clock.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'

/** An item that waits for the doors: from when on it can be seen, and then that it can. */
export function LaterTag({ from }: { from: number }) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const time = formatTime(from, zone)
  return useNow() < from ? (
    <StatusTag>{t('patrols.later.tag', { time })}</StatusTag>
  ) : (
    <StatusTag tone="amber">{t('patrols.later.missing')}</StatusTag>
  )
}

/** The same in a sentence, beside the item. */
export function LaterNote({ from }: { from: number }) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const time = formatTime(from, zone)
  return <p className="muted">{t(useNow() < from ? 'patrols.later.note' : 'patrols.later.missingNote', { time })}</p>
}
