/** Why a file or a stream could not be read or written, as half a sentence. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder'
    case 'ENOTDIR':
      return 'a part of its path is not a folder'
    case 'EACCES':
    case 'EPERM':
      return 'you may not'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full'
    case 'EFBIG':
      return 'it would become larger than a file may be here'
    case 'EISDIR':
      return 'it is a folder'
    case 'EROFS':
      return 'the file system is read-only'
    case 'ENAMETOOLONG':
      return 'the name is too long'
    case 'ELOOP':
      return 'its links lead in a circle'
    default:
      return code ?? 'unknown error'
  }
}
