import { type awardPapers, MOST_ON_WALL } from '../../../shared/contract/award-papers.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { readGrantedAwards } from '../awards/index.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { type ReportDocument, renderHtml, reportFile } from '../reports/index.ts'
import { buildMonthList } from './build-list.ts'
import { buildNomination, buildNotice, buildStory, nomineeName, storyText } from './build-papers.ts'
import { certificateDocx, certificateHtml, certificateOf } from './certificate.ts'
import { draftStory } from './draft-story.ts'
import { DOCX, nominationForm, readOwnTemplate, saveTemplate, templateBytes } from './nomination-form.ts'
import { checkStory, groundOf, readStory, saveStory } from './read-story.ts'
import { wallHtml } from './wall-page.ts'

type Wish = InputOf<typeof awardPapers.file>

export const awardPapersHandlers: HandlersOf<'awardPapers'> = {
  story: readStory,
  checkStory,
  saveStory,

  preview(call, wish) {
    if (wish.paper === 'certificate') {
      const certificate = certificateOf(grantedGround(call, wish))
      return { title: certificate.title, html: certificateHtml(certificate, wish.language) }
    }
    const document = documentOf(call, wish)
    return { title: document.title, html: renderHtml(document) }
  },

  async file(call, wish) {
    if (wish.paper === 'certificate') {
      const ground = grantedGround(call, wish)
      const certificate = certificateOf(ground)
      return docxFile(await certificateDocx(certificate), [
        certificate.title,
        nomineeName(ground),
        ground.card.award.no,
      ])
    }
    if (wish.paper === 'nomination') {
      const ground = groundOf(call, wish.uid, wish.language)
      const { title } = documentOf(call, wish)
      const filled = nominationForm(call, ground, storyOf(call, wish))
      return docxFile(filled, [title, nomineeName(ground), ground.card.award.no])
    }
    return reportFile(documentOf(call, wish), 'docx')
  },

  template(call) {
    const own = readOwnTemplate(call)
    return { isOwn: own !== null, changedAt: own?.changedAt ?? null }
  },
  templateFile: (call) => docxFile(templateBytes(call), ['nomination-form']),
  saveTemplate,

  monthPreview(call, { month, language }) {
    const document = buildMonthList(call, month, language)
    return { title: document.title, html: renderHtml(document) }
  },
  monthFile: (call, { month, language, format }) => reportFile(buildMonthList(call, month, language), format),

  wall: (call, { from, to }) => readGrantedAwards(call, from, to, MOST_ON_WALL),
  wallPreview(call, wish) {
    const awards = readGrantedAwards(call, wish.from, wish.to, MOST_ON_WALL)
    return { title: `${wish.from} ${wish.to}`, html: wallHtml(call, awards, wish) }
  },
}

function documentOf(call: Call, wish: Wish): ReportDocument {
  const ground = groundOf(call, wish.uid, wish.language)
  if (wish.paper === 'notice') {
    if (ground.card.award.publicityFrom === null) throw new AppError('not-allowed-now', 'noticeNotPublicised')
    return buildNotice(call, ground, wish.contact)
  }
  const story = storyOf(call, wish)
  return wish.paper === 'story' ? buildStory(call, ground, story) : buildNomination(call, ground, story)
}

function storyOf(call: Call, { uid, language }: Wish): string {
  const ground = groundOf(call, uid, language)
  const separator = language === 'en' ? ' ' : ''
  const draft = draftStory(ground).map((sentences) => sentences.map(({ text }) => text).join(separator))
  return storyText(call, ground, draft.join('\n'))
}

function grantedGround(call: Call, { uid, language }: Wish) {
  const ground = groundOf(call, uid, language)
  if (ground.card.award.state !== 'granted') throw new AppError('not-allowed-now', 'certificateNotGranted')
  return ground
}

function docxFile(bytes: Uint8Array, parts: readonly (string | null)[]): OutputOf<typeof awardPapers.file> {
  const stem = parts
    .filter(Boolean)
    .join('_')
    .replaceAll(/[\\/:*?"<>|\s]+/g, '-')
  return { file: new Blob([bytes as Uint8Array<ArrayBuffer>], { type: DOCX }), fileName: `${stem}.docx` }
}
