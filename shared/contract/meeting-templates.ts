import { z } from 'zod'
import { CAPTURES, WALL_KEYS } from '../domain/meeting-keys.ts'
import { POSTS } from '../roles.ts'
import { command, Instant, Nothing, query, READERS } from './procedure.ts'

const Text = (most: number) =>
  z.object({
    zh: z.string().trim().min(1, 'required').max(most, 'tooLong'),
    en: z.string().trim().max(most, 'tooLong'),
  })

export const MeetingStep = z.object({
  id: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[\w-]+$/),
  name: Text(40),
  minutes: z.int().min(1).max(60),
  leadRole: z.enum(['host', ...POSTS]),
  prompts: z.array(Text(120)).max(6),
  shows: z.array(z.enum(WALL_KEYS)).max(8),
  captures: z.array(z.enum(CAPTURES)).max(8),
  /** When it may be passed over. */
  skipWhen: Text(60).nullable(),
})
export type MeetingStep = z.infer<typeof MeetingStep>

/** What a version holds; every change of it is a new version. */
export const MeetingTemplateContent = z.object({
  kind: z.enum(['morning', 'evening']),
  name: Text(40),
  useWhen: Text(120),
  steps: z.array(MeetingStep).min(1).max(20),
  /** Not offered any more. */
  isOff: z.boolean().default(false),
})
export type MeetingTemplateContent = z.infer<typeof MeetingTemplateContent>

export const MeetingTemplate = MeetingTemplateContent.extend({
  id: z.string(),
  version: z.int(),
  totalMinutes: z.int(),
})
export type MeetingTemplate = z.infer<typeof MeetingTemplate>

export const meetingTemplates = {
  /** A new version of one, or with `id` null a new template; `basedOn` is the version that was edited, else 0. */
  saveTemplate: command(
    ['outlet-head'],
    z.object({ id: z.string().nullable(), basedOn: z.int().min(0), content: MeetingTemplateContent }),
    MeetingTemplate,
  ),
  /** What a step can show; `isFilled` where something stands behind the key, else it is left out on the wall. */
  wallKeys: query(
    [...READERS],
    Nothing,
    z
      .array(
        z.object({ id: z.enum(WALL_KEYS), name: z.object({ zh: z.string(), en: z.string() }), isFilled: z.boolean() }),
      )
      .max(60),
  ),
  /** The newest version of each, those switched off as well. */
  templates: query([...READERS], Nothing, z.array(MeetingTemplate).max(100)),
  /** Every version of one, newest first. */
  templateVersions: query(
    [...READERS],
    z.object({ id: z.string() }),
    z
      .array(z.object({ template: MeetingTemplate, madeAt: Instant.nullable(), madeBy: z.string().nullable() }))
      .max(200),
  ),
}
