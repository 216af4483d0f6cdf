import { useCallback, useState } from 'react'
import type { PatrolSheet } from '../../../../shared/contract/patrols.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { notify } from '../../../ui/toast-store.ts'
import { otherWalker } from './round-book.ts'
import type { Round } from './use-round.ts'

export interface PassRest {
  /** Passes the rest, or asks first where somebody else has taken the zone. */
  wish: (zone: string) => void
  /** The zone that is asked about. */
  asked: string | undefined
  confirm: () => void
  leave: () => void
}

export function usePassRest(round: Round, sheet: PatrolSheet): PassRest {
  const { person } = useSignedIn()
  const [asked, setAsked] = useState<string>()
  const pass = usePass(round, sheet.zones)
  const wish = useCallback(
    (zone: string) => {
      const isOthers = otherWalker(sheet, zone, person.uid) !== undefined
      if (isOthers && round.actions.restOf(zone).passing.length > 0) setAsked(zone)
      else pass(zone)
    },
    [round, sheet, person.uid, pass],
  )
  return {
    wish,
    asked,
    leave: () => setAsked(undefined),
    confirm() {
      setAsked(undefined)
      if (asked) pass(asked)
    },
  }
}

/** The rest of a zone passes. Taking it back says "not seen", because nothing is ever erased. */
function usePass(round: Round, zones: PatrolSheet['zones']): (zoneId: string) => void {
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
