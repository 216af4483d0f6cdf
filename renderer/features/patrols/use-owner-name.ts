import { OWNERS } from '../../../shared/contract/checklists.ts'
import { DUTIES, POSTS } from '../../../shared/roles.ts'
import { useTranslate } from '../../app/use-translate.ts'

/** A person's name as it is; a queue by the name of its post or duty. */
export function useOwnerName(): (owner: string) => string {
  const t = useTranslate()
  return (owner) => {
    if (!OWNERS.some((one) => one === owner)) return owner
    const post = POSTS.find((one) => one === owner)
    if (post) return t(`posts.${post}`)
    const duty = DUTIES.find((one) => one === owner)
    return duty ? t(`duties.${duty}`) : owner
  }
}
