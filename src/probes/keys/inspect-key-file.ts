import { constants, open, stat } from 'node:fs/promises'
import type { KeyFile } from '../../core/types.ts'
import { keyFileKind } from '../../openssh/key-file-kind.ts'
import { platform } from '../platform.ts'

/** Enough for the head of any key and for the whole of nearly all. */
const READ_BYTES = 16 * 1024

/**
 * What ssh will say to an identity file: whether it is there, private (authfile.c sshkey_perm_ok: only one's own files
 * are judged, and not on Windows), readable, a private key, and whether it asks for a passphrase.
 * What is read is forgotten at once. Something other than a plain file is left unread: reading a pipe would empty it.
 */
export async function inspectKeyFile(path: string): Promise<Pick<KeyFile, 'state' | 'mode'>> {
  try {
    const { mode, uid, size, ...status } = await stat(path).then((s) => ({
      mode: s.mode,
      uid: s.uid,
      size: s.size,
      isFile: s.isFile(),
      isDirectory: s.isDirectory(),
    }))
    const octal = !platform.hasModes ? undefined : (mode & 0o7777).toString(8).padStart(4, '0')
    if (status.isDirectory) return { state: 'unreadable', mode: octal }
    if (!status.isFile) return { state: 'present', mode: octal }
    const kind = await readKind(path, size)
    if (kind === 'unreadable') return { state: 'unreadable', mode: octal }
    if (kind === 'public' || kind === 'other') return { state: 'not-a-key', mode: octal }
    const tooOpen = platform.hasModes && uid === process.getuid?.() && (mode & 0o077) !== 0
    if (tooOpen) return { state: 'too-open', mode: octal }
    return { state: kind === 'encrypted' ? 'passphrase' : 'present', mode: octal }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { state: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' }
  }
}

async function readKind(path: string, size: number): Promise<ReturnType<typeof keyFileKind> | 'unreadable'> {
  const buffer = Buffer.alloc(READ_BYTES)
  try {
    // Without O_NONBLOCK, a pipe put there since we looked would hold us for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const { bytesRead } = await file.read(buffer, 0, READ_BYTES, 0)
      return keyFileKind(buffer.toString('latin1', 0, bytesRead), size <= bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return 'unreadable'
  } finally {
    buffer.fill(0)
  }
}
