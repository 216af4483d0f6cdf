import { z } from 'zod'
import { BinaryFileSchema } from '../binary-file.ts'
import { command, Day, Done, Instant, Nothing, query, READERS, STAFF, Uid } from './procedure.ts'
import { LanguageId, Month } from './reports.ts'

export const LONGEST_STORY = 5000
export const MOST_ON_WALL = 200
export const MAX_TEMPLATE_BYTES = 2_000_000

/** A figure in the text that no record behind the award holds. */
export const UnknownFigure = z.object({ text: z.string(), at: z.int() })

/** One sentence of the draft and what it says it from: a record, typed evidence, or the award itself. */
export const StorySentence = z.object({
  text: z.string(),
  record: z.object({ kind: z.string(), uid: z.string() }),
  isTyped: z.boolean(),
})
export type StorySentence = z.infer<typeof StorySentence>

export const Story = z.object({
  sentences: z.array(StorySentence).max(300),
  /** The sentences as paragraphs. */
  draft: z.string(),
  /** What a person saved; null where nobody has. */
  text: z.string().nullable(),
  editedBy: z.string().nullable(),
  editedAt: Instant.nullable(),
  count: z.int(),
  unknown: z.array(UnknownFigure).max(500),
  mayEdit: z.boolean(),
})
export type Story = z.infer<typeof Story>

export const AWARD_PAPERS = ['nomination', 'notice', 'certificate', 'story'] as const
export const AwardPaper = z.enum(AWARD_PAPERS)
export type AwardPaper = z.infer<typeof AwardPaper>

const Of = { uid: Uid, language: LanguageId.default('zh-CN') }
const Text = z.string().max(LONGEST_STORY, 'tooLong')
/** Whom objections are brought to; of a notice alone. */
const Contact = z.string().trim().max(100, 'tooLong').default('')
const File = z.object({ file: BinaryFileSchema, fileName: z.string() })
const Span = { from: Day, to: Day }

const WallAward = z.object({
  uid: Uid,
  kind: z.object({ zh: z.string(), en: z.string() }),
  nominee: z.string(),
  reason: z.string(),
  on: Day.nullable(),
})

/** What goes on paper about an award. No paper holds anything of reviewers' scores or of moods. */
export const awardPapers = {
  story: query([...READERS], z.object(Of), Story),
  checkStory: query(
    [...READERS],
    z.object({ uid: Uid, text: Text }),
    z.object({ count: z.int(), unknown: z.array(UnknownFigure).max(500) }),
  ),
  /** By the nominator or the head. `basedOn`: when the text was saved that the caller has changed. */
  saveStory: command(
    [...STAFF],
    z.object({ uid: Uid, text: Text.trim().min(1, 'required'), basedOn: Instant.nullable() }),
    Done,
  ),
  /** The page as it will be printed. */
  preview: query(
    [...READERS],
    z.object({ ...Of, paper: AwardPaper, contact: Contact }),
    z.object({ title: z.string(), html: z.string() }),
  ),
  /** As Word; the nomination on the bank's own template where one was chosen. */
  file: query([...READERS], z.object({ ...Of, paper: AwardPaper, contact: Contact }), File),

  template: query([...READERS], Nothing, z.object({ isOwn: z.boolean(), changedAt: Instant.nullable() })),
  /** To fill, change and bring back. */
  templateFile: query([...READERS], Nothing, File),
  /** Checked before it is kept; null goes back to the shipped one. */
  saveTemplate: command(['outlet-head'], z.object({ file: BinaryFileSchema.nullable() }), Done),

  /** Awards granted in a month. */
  monthPreview: query(
    [...READERS],
    z.object({ month: Month, language: LanguageId.default('zh-CN') }),
    z.object({ title: z.string(), html: z.string() }),
  ),
  monthFile: query(
    [...READERS],
    z.object({ month: Month, language: LanguageId.default('zh-CN'), format: z.enum(['docx', 'xlsx']) }),
    File,
  ),
  /** Granted in these days and not revoked, newest first. */
  wall: query([...READERS], z.object(Span), z.array(WallAward).max(MOST_ON_WALL)),
  wallPreview: query(
    [...READERS],
    z.object({ ...Span, size: z.enum(['A3', 'A4']), language: LanguageId.default('zh-CN') }),
    z.object({ title: z.string(), html: z.string() }),
  ),
}
