import { useMutation } from '@tanstack/react-query'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'

/** The commands of an award's card; each says in the corner what was done. */
export function useAwardActions() {
  const t = useTranslate()
  const api = useApi().awards
  const said = (text: MessageKey) => ({ onSuccess: () => notify({ tone: 'done', text: t(text) }) })
  const shown = { meta: { showsFailure: true } }
  return {
    nominate: useMutation(api.nominate.mutationOptions(said('awardViews.done.nominated'))),
    checkGates: useMutation(api.checkGates.mutationOptions(said('awardViews.done.gatesChecked'))),
    confirmGate: useMutation(api.confirmGate.mutationOptions({ ...said('awardViews.done.gateConfirmed'), ...shown })),
    startReview: useMutation(api.startReview.mutationOptions({ ...said('awardViews.done.reviewing'), ...shown })),
    setReviewers: useMutation(api.setReviewers.mutationOptions({ ...said('awardViews.done.reviewers'), ...shown })),
    declare: useMutation(api.declare.mutationOptions(said('awardViews.done.declared'))),
    score: useMutation(api.score.mutationOptions({ ...said('awardViews.done.scored'), ...shown })),
    publicise: useMutation(api.publicise.mutationOptions({ ...said('awardViews.done.publicised'), ...shown })),
    object: useMutation(api.object.mutationOptions({ ...said('awardViews.done.objected'), ...shown })),
    objectUnnamed: useMutation(api.objectUnnamed.mutationOptions({ ...said('awardViews.done.objected'), ...shown })),
    answer: useMutation(api.answerObjection.mutationOptions({ ...said('awardViews.done.answered'), ...shown })),
    grant: useMutation(api.grant.mutationOptions({ ...said('awardViews.done.granted'), ...shown })),
    withdraw: useMutation(api.withdraw.mutationOptions(said('awardViews.done.withdrawn'))),
    revoke: useMutation(api.revoke.mutationOptions(said('awardViews.done.revoked'))),
    correct: useMutation(api.correct.mutationOptions({ ...said('awardViews.done.corrected'), ...shown })),
    noteReward: useMutation(api.noteReward.mutationOptions({ ...said('awardViews.done.rewarded'), ...shown })),
    removeReward: useMutation(api.removeReward.mutationOptions()),
    addEvidence: useMutation(api.addEvidence.mutationOptions({ ...said('awardViews.done.evidenceAdded'), ...shown })),
    removeEvidence: useMutation(api.removeEvidence.mutationOptions()),
  }
}

export type AwardActions = ReturnType<typeof useAwardActions>
