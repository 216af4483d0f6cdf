import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { AWARD_PAPERS, type AwardPaper } from '../../../shared/contract/award-papers.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { navigate, replaceParams, useLocation } from '../../app/route-store.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PaperView } from './PaperView.tsx'
import { StoryEditor } from './StoryEditor.tsx'

/** Everything that goes on paper about one award: story, nomination, notice, certificate. */
export function PapersPage({ uid }: { uid: string }) {
  const t = useTranslate()
  const { params } = useLocation()
  const { data: card } = useQuery(useApi().awards.card.queryOptions({ input: { uid } }))
  const paper: AwardPaper = AWARD_PAPERS.find((one) => one === params.paper) ?? 'story'
  const back = () => navigate('/awards', { award: uid })
  useCommands([{ id: 'papers-back', key: 'common.back', shortcut: 'Escape', isKeyOnly: true, run: back }])
  useKeyHints([{ keys: ['Escape'], text: t('common.back') }])
  const isOpen: Record<AwardPaper, boolean> = {
    story: true,
    nomination: true,
    notice: Boolean(card?.award.publicityFrom),
    certificate: card?.award.state === 'granted',
  }
  return (
    <Page isFull>
      <PageHeader
        title={t('awardPapers.screen.title')}
        lead={
          <Segmented<AwardPaper>
            aria-label={t('awardPapers.screen.paper')}
            value={paper}
            options={(['story', 'nomination', 'notice', 'certificate'] as const).map((value) => ({
              value,
              label: t(`awardPapers.screen.${value}`),
              disabled: !isOpen[value],
            }))}
            onChange={(chosen) => replaceParams({ award: uid, view: 'papers', paper: chosen })}
          />
        }
        actions={<Button onClick={back}>{t('awardPapers.screen.back')}</Button>}
      />
      {paper === 'story' ? <StoryEditor key={uid} uid={uid} /> : <PaperView key={paper} uid={uid} paper={paper} />}
    </Page>
  )
}
