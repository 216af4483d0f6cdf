import { useMutation } from '@tanstack/react-query'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { moods } from '../../../shared/contract/moods.ts'
import { seatStore, useLeaveSeat } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useClient } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'

/** Without a level nothing is said of the weather: only the wish, if there is one, is told. */
export type MoodAnswer = Omit<InputOf<typeof moods.checkIn>, 'level'> & { level: number | undefined; isWish: boolean }

/** The turn ends with the answer: the next person at this PC sees nothing of it, and comes to the same page. */
export function useCheckIn() {
  const t = useTranslate()
  const client = useClient()
  const leave = useLeaveSeat()

  async function leaveTurn() {
    seatStore.setState({ opensAt: '/moods' })
    await leave()
  }

  const submit = useMutation({
    meta: { showsFailure: true },
    async mutationFn({ isWish, level, ...answer }: MoodAnswer) {
      if (level !== undefined) await client.moods.checkIn({ ...answer, level })
      if (isWish) await client.moods.askToTalk({})
      await leaveTurn()
    },
    onSuccess: (_done, { level }) =>
      notify({ tone: 'done', text: t(level === undefined ? 'moods.checkIn.wishDone' : 'moods.checkIn.done') }),
  })
  return { submit, skip: () => void leaveTurn() }
}
