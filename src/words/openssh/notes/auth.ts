import type { Note } from '../note.ts'

/** sshd's auth.c: who may log in at all. */
export const AUTH: readonly Note[] = [
  {
    words: ['Invalid user {user} from {address} port {port}', 'Invalid user {user} from {address}'],
    road: 'breaks',
    says: 'The server has no user of this name.',
    message: 'user-unknown',
  },
]
