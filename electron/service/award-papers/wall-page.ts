import type { Language } from '../../../shared/messages/language.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { checkpointCode } from '../audit/index.ts'
import type { PublicAward } from '../awards/index.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { escapeHtml, FONTS } from '../reports/index.ts'
import { localMoment } from './local-moment.ts'

export type WallSize = 'A3' | 'A4'

/** The wall of honour as a poster: who, for which award, why. */
export function wallHtml(
  call: Call,
  awards: readonly PublicAward[],
  { from, to, size, language }: { from: string; to: string; size: WallSize; language: Language },
): string {
  const t = translatorFor(language)
  const outlet = findOutlet(call.database)
  const scale = size === 'A3' ? 1.4 : 1
  const points = (value: number) => `${(value * scale).toFixed(1)}pt`
  const cards = awards.map(
    ({ kind, nominee, reason, on }) =>
      `<li><h2>${escapeHtml(nominee)}</h2><p class="kind">${escapeHtml(textIn(kind, language))}</p><p>${escapeHtml(
        reason,
      )}</p><p class="on">${escapeHtml(on ?? '')}</p></li>`,
  )
  const line = `${outlet?.code ?? ''} ${t('awardPapers.paper.span', { from, to })} · ${t('reports.printedAt')} ${localMoment(call)}`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(t('awardPapers.wall.title'))}</title>
<style>@page{size:${size};margin:14mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:${size === 'A3' ? '269mm' : '182mm'};color:#1d2730;background:#fff;font:${points(11)}/1.5 ${FONTS.hei}}
h1{margin:0 0 ${points(4)};text-align:center;font-size:${points(30)};color:#9a2b23;letter-spacing:.1em}
.outlet{margin:0 0 ${points(16)};text-align:center;font-size:${points(13)}}
ul{display:grid;grid-template-columns:repeat(3,1fr);gap:${points(10)};margin:0;padding:0;list-style:none}
li{padding:${points(10)};border:1pt solid #a4803c;border-radius:${points(4)};break-inside:avoid;overflow-wrap:anywhere}
h2{margin:0;font-size:${points(17)}} li p{margin:${points(3)} 0 0} .kind{color:#9a2b23;font-weight:600} .on,.note{color:#55616b;font-size:${points(9)}}
.note{margin:${points(12)} 0 0}</style>
</head>
<body>
<h1>${escapeHtml(t('awardPapers.wall.title'))}</h1>
<p class="outlet">${escapeHtml(outlet?.name ?? '')}</p>
${cards.length > 0 ? `<ul>${cards.join('')}</ul>` : `<p class="outlet">${escapeHtml(t('awardPapers.wall.none'))}</p>`}
<p class="note">${escapeHtml(line)} · ${escapeHtml(t('reports.auditCode', { code: checkpointCode(call.database) }))}</p>
</body>
</html>
`
}
