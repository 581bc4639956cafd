import type { ClientLine } from './client.ts'
import { dropbear } from './dropbear.ts'
import { go } from './go.ts'
import { jsch } from './jsch.ts'
import { libssh } from './libssh.ts'
import { libssh2 } from './libssh2.ts'
import { openssh } from './openssh.ts'
import { paramiko } from './paramiko.ts'
import { putty } from './putty.ts'
import { windows } from './windows.ts'

/** What people and programs log in with, those of most people first. */
export const CLIENTS: readonly ClientLine[] = [openssh, windows, putty, paramiko, go, libssh2, libssh, jsch, dropbear]
