import { common } from './common.ts'
import { errorCodes, errorParts, errors } from './errors.ts'
import { people } from './people.ts'
import { duties, posts, roles } from './roles.ts'
import { commands, nav, shell } from './shell.ts'
import { today } from './today.ts'

export const messages = {
  common,
  commands,
  duties,
  errorCodes,
  errorParts,
  errors,
  nav,
  people,
  posts,
  roles,
  shell,
  today,
}
