import { useCallback } from 'react'
import type { PatrolSheet } from '../../../../shared/contract/patrols.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { notify } from '../../../ui/toast-store.ts'
import type { Round } from './use-round.ts'

/** Z: the rest of a zone passes. Taking it back says "not seen", because nothing is ever erased. */
export function usePassRest(round: Round, zones: PatrolSheet['zones']): (zoneId: string) => void {
  const t = useTranslate()
  const language = useLanguage()
  return useCallback(
    (zoneId) => {
      const zone = zones.find(({ id }) => id === zoneId)
      const name = zone ? textIn(zone, language) : ''
      const { passed, left } = round.actions.passRest(zoneId)
      const more = left > 0 ? { more: t('patrols.rest.left', { count: left }) } : {}
      if (passed.length === 0) {
        notify({ tone: 'note', text: t('patrols.rest.none', { zone: name }), ...more })
        return
      }
      notify({
        tone: 'done',
        text: t('patrols.rest.done', { zone: name, count: passed.length }),
        ...more,
        undo() {
          round.actions.takeBackRest(passed)
          notify({
            tone: 'note',
            text: t('patrols.rest.undone', { count: passed.length }),
            more: t('patrols.rest.undoneText'),
          })
        },
      })
    },
    [round, zones, t, language],
  )
}
