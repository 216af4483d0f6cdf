import type { MoodScale } from '../../../shared/contract/moods.ts'
import type { Language } from '../../../shared/messages/language.ts'

/** A word of the shipped scale. */
export function wordIn({ zh, en }: { zh: string; en: string }, language: Language): string {
  return language === 'zh-CN' ? zh : en
}

export function levelName(scale: MoodScale, value: number, language: Language): string {
  const level = scale.levels.find((one) => one.value === value)
  return level ? wordIn(level.name, language) : ''
}

/** A tag the scale no longer has shows its id: what was said stays readable. */
export function tagNames(scale: MoodScale, tags: readonly string[], language: Language): string {
  return tags
    .map((id) => {
      const tag = scale.tags.find((one) => one.id === id)
      return tag ? wordIn(tag.name, language) : id
    })
    .join(' · ')
}
