import { monthRange } from '../../../shared/domain/business-day.ts'
import type { Language } from '../../../shared/messages/language.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { readGrantedAwards } from '../awards/index.ts'
import type { Call } from '../handlers.ts'
import type { ReportDocument } from '../reports/index.ts'
import { paperOf } from './build-papers.ts'

export const MOST_LISTED = 200

/** 表彰名单 of a month: what was granted in it and stands. */
export function buildMonthList(call: Call, month: string, language: Language): ReportDocument {
  const t = translatorFor(language)
  const { from, to } = monthRange(month)
  const granted = readGrantedAwards(call, from, to, MOST_LISTED).reverse()
  return paperOf(
    call,
    {
      title: t('awardPapers.paper.list'),
      month,
      period: call.today > to ? month : t('reports.unfinished', { month, today: call.today }),
      sections: [
        {
          heading: t('awardPapers.paper.list'),
          blocks: [
            {
              type: 'table',
              columns: [
                { header: t('awardPapers.paper.fact.grantedOn'), kind: 'day', weight: 1.3 },
                { header: t('awardPapers.paper.fact.kind'), kind: 'text', weight: 2 },
                { header: t('awardPapers.paper.fact.nominee'), kind: 'text', weight: 1.6 },
                { header: t('awardPapers.paper.fact.reason'), kind: 'text', weight: 5 },
              ],
              rows: granted.map(({ on, kind, nominee, reason }) => [on, textIn(kind, language), nominee, reason]),
            },
          ],
        },
      ],
    },
    language,
  )
}
