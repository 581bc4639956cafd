import type { Note } from '../note.ts'
import { AUTH } from './auth.ts'

/** Every message of OpenSSH's that somebody has described. */
export const NOTES: readonly Note[] = [...AUTH]
