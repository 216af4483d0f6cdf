import { z } from 'zod'
import type { BinaryFile } from '../../../shared/binary-file.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { statement } from '../database/statements.ts'
import { type Call, type Preparation, prepared } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { readSetting, writeSetting } from '../settings/index.ts'
import { evidenceLines, nomineeName } from './build-papers.ts'
import type { StoryGround } from './draft-story.ts'
import { fillTemplate, type TemplateValues } from './fill-template.ts'

const SHIPPED = 'awards/nomination-form.docx'
const SETTING = 'award.template'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const OwnTemplate = z.object({ hash: z.string(), changedAt: z.int() }).nullable().default(null)

export function readOwnTemplate({ database }: Pick<Call, 'database'>) {
  return readSetting(database, SETTING, OwnTemplate)
}

export function templateBytes(call: Pick<Call, 'database' | 'ports'>): Uint8Array {
  const own = readOwnTemplate(call)
  return (own && call.ports.files.get(own.hash)) ?? call.ports.content.bytes(SHIPPED)
}

/** 推荐表 on the template in use. */
export function nominationForm(call: Call, ground: StoryGround, story: string): Uint8Array {
  return fillTemplate(templateBytes(call), valuesOf(call, ground, story))
}

/** What a template may ask for. */
function valuesOf(call: Call, ground: StoryGround, story: string): TemplateValues {
  const { card, kind, outlet, post, t, language } = ground
  const { award } = card
  return {
    网点: outlet,
    网点编号: findOutlet(call.database)?.code ?? '',
    编号: award.no ?? '',
    奖项: textIn(kind, language),
    级别: t(`awards.level.${award.level}`),
    对象: nomineeName(ground),
    岗位: post,
    成员: award.nominee.members.map(({ name }) => name).join('、'),
    起: award.from,
    止: award.to,
    事由: award.reason,
    提名人: award.nominator.name,
    事迹: story,
    日期: call.today,
    标准: kind.criteria.map((criterion) => ({
      名称: textIn(criterion, language),
      权重: String(criterion.weight),
      证据: evidenceLines(ground, criterion.id).map(({ on, text }) => ({ 日期: on, 内容: text })),
    })),
  }
}

/** Tried with plain words before it is kept: every field must be one that a nomination has. */
const TRIAL: TemplateValues = {
  ...Object.fromEntries(
    [
      '网点',
      '网点编号',
      '编号',
      '奖项',
      '级别',
      '对象',
      '岗位',
      '成员',
      '起',
      '止',
      '事由',
      '提名人',
      '事迹',
      '日期',
    ].map((name) => [name, name]),
  ),
  标准: [{ 名称: '名称', 权重: '100', 证据: [{ 日期: '日期', 内容: '内容' }] }],
}

export const saveTemplate = prepared<{ file: BinaryFile | null }, { done: true }, Uint8Array | null>({
  async prepare(_call: Preparation, { file }) {
    if (file === null) return null
    const bytes = new Uint8Array(await file.arrayBuffer())
    fillTemplate(bytes, TRIAL)
    return bytes
  },
  run(call, _input, bytes) {
    const before = readOwnTemplate(call)
    const own = bytes && { hash: call.ports.files.put(bytes), changedAt: call.now }
    if (own && bytes) {
      statement(call.database, 'INSERT OR IGNORE INTO attachment VALUES (?, ?, ?, ?, ?)').run(
        own.hash,
        DOCX,
        bytes.length,
        call.now,
        call.actor.staffId,
      )
    }
    writeSetting(call.database, SETTING, own)
    call.changed({ record: 'award-template', uid: 'outlet', before, after: own })
    return { done: true as const }
  },
})
