import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { known } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { readCertificate } from '../../openssh/certificate.ts'
import { identityFiles } from './key-files.ts'
import { fingerprintOf } from '../keys/fingerprint.ts'

type File = Facts['certificates']['files'][number]

/** A certificate with many principals has some kilobytes. */
const LONGEST = 64 * 1024

async function lookAt(path: string): Promise<File | undefined> {
  try {
    const status = await stat(path)
    if (!status.isFile() || status.size > LONGEST) return undefined
    const text = await readFile(path, 'latin1')
    const blob = /^\S+-cert-v01@openssh\.com[ \t]+([A-Za-z0-9+/]{40,90000}={0,2})(?:\s|$)/.exec(text.trimStart())?.[1]
    const found = blob === undefined ? undefined : readCertificate(Buffer.from(blob, 'base64'))
    if (found?.of !== 'user') return undefined
    return {
      path,
      type: visible(found.type, 60),
      keyId: visible(found.keyId, 200),
      principals: found.principals.slice(0, 100).map((name) => visible(name, 100)),
      validAfter: Math.min(found.validAfter, Number.MAX_SAFE_INTEGER),
      ...(Number.isFinite(found.validBefore) && { validBefore: found.validBefore }),
      authority: fingerprintOf(found.authority),
      ...(found.sources && { sources: found.sources.slice(0, 50).map((one) => visible(one, 60)) }),
    }
  } catch {
    return undefined
  }
}

export default {
  id: 'certificates',
  needs: 'nothing',
  asks: 'what do your certificates say: for whom, until when, signed by whom?',
  cost: { seconds: 0.05, connections: 0, load: 0 },
  decides: ['certificate'],
  applies: (facts) => facts['ssh-config'] !== undefined,
  async run({ target, facts }) {
    const config = known(facts, 'ssh-config')
    // ssh reads KEY-cert.pub beside every key by itself (authfile.c, ssh.c load_public_identity_files).
    const beside = identityFiles(target, config).map(({ path }) => `${path}-cert.pub`)
    const told = (config?.certificateFiles ?? []).map((path) => path.replace(/^~(?=\/)/, homedir()))
    const files = await Promise.all([...new Set([...told, ...beside])].slice(0, 40).map(lookAt))
    return { at: Math.round(Date.now() / 1000), files: files.filter((file) => file !== undefined) }
  },
} satisfies Probe<'certificates'>
