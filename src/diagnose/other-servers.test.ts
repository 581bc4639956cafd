import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { greeted, sheet } from '../../test/cases/facts.ts'
import type { FactSheet } from '../core/types.ts'
import { FAULTS } from '../knowledge/faults.ts'
import { PARTINGS } from '../knowledge/partings.ts'
import { kindOfServer } from '../openssh/server-kind.ts'
import { bestRemedy, nextStep, surerTest } from './next-step.ts'

const NAMES = {
  dropbear: 'SSH-2.0-dropbear_2025.89',
  tinyssh: 'SSH-2.0-tinyssh 20250501',
  proftpd: 'SSH-2.0-mod_sftp/0.9.9',
  'openssh-windows': 'SSH-2.0-OpenSSH_for_Windows_9.5',
  'git-host': 'SSH-2.0-babeld-4f04c79d',
  appliance: 'SSH-2.0-Cisco-1.25',
  other: 'SSH-2.0-Go',
} as const
type Other = keyof typeof NAMES

const heard = (identification: string): FactSheet =>
  sheet({ contact: { contacts: [greeted({ identification, bytes: btoa(`${identification}\r\n`) })] } })

/** sshd's own files, programs and keywords; `sshd_config` and its keywords are right for Windows as well. */
const UNIX_OF_OPENSSH =
  /\/etc\/ssh\b|\bsshd -[tT]\b|-t sshd\b|systemctl \S+ (?:ssh|sshd)\b|\/run\/sshd|-C sshd\b|pgrep [^|]*\bsshd\b/
const KEYWORDS =
  /sshd_config|MaxStartups|LoginGraceTime|StrictModes|UseDNS|MaxSessions|(?:Allow|Deny)(?:Users|Groups|TcpForwarding)|PubkeyA(?:uthentication|ccepted)|PerSource(?:Max|Net|Pen)|AuthorizedKeysCommand|PermitRootLogin|ChrootDirectory|\bsshd\b/

const names = (kind: Other, text: string): boolean =>
  UNIX_OF_OPENSSH.test(text) || (kind !== 'openssh-windows' && KEYWORDS.test(text))

describe('advice for a server that is not OpenSSH on a Unix', () => {
  for (const [kind, identification] of Object.entries(NAMES) as [Other, string][]) {
    const facts = heard(identification)
    const possible = FAULTS.filter((fault) => !fault.impossibleWhen?.['server-kind']?.includes(kind))

    test(`${kind}: no remedy names sshd's own files, programs or keywords`, () => {
      assert.equal(kindOfServer(identification), kind)
      const wrong = possible.flatMap(({ id, title, stage }) => {
        const says = nextStep([{ id, title, stage, probability: 1, because: [], becauseOf: [] }], facts)
        const text = `${says?.says} ${says?.command ?? ''}`
        return names(kind, text) ? [`${id}: ${text}`] : []
      })
      assert.deepEqual(wrong, [], 'Do this: say `opensshOnly` in the remedy, or name no sshd')
    })

    test(`${kind}: nor does the test that would make the answer surer`, () => {
      for (const { between } of PARTINGS) {
        const [a, b] = between.map((id) => ({ id, title: id, stage: 'auth' as const, because: [], becauseOf: [] }))
        const says = surerTest(
          [
            { ...a!, probability: 0.5 },
            { ...b!, probability: 0.4 },
          ],
          facts,
        )
        assert.ok(says !== null && !names(kind, `${says.says} ${says.command ?? ''}`), says?.says)
      }
    })
  }

  test('names the files of that server', () => {
    const told = (kind: Other, fault: string): string =>
      bestRemedy(fault, heard(NAMES[kind]))
        ?.steps.map(({ say }) => say)
        .join(' ') ?? ''
    assert.match(told('dropbear', 'key-not-accepted'), /\/etc\/dropbear\/authorized_keys.*\/etc\/shells/)
    assert.match(told('dropbear', 'per-source-limit'), /5 connections of one address.*30 in all/)
    assert.match(told('dropbear', 'user-not-allowed'), /DROPBEAR_EXTRA_ARGS.*\/etc\/config\/dropbear/)
    assert.match(told('tinyssh', 'maxstartups-saturated'), /tinysshd\.socket/)
    assert.match(told('proftpd', 'key-not-accepted'), /SFTPAuthorizedUserKeys/)
    assert.match(told('openssh-windows', 'key-not-accepted'), /administrators_authorized_keys.*icacls/)
    assert.match(told('openssh-windows', 'sshd-hung'), /Restart-Service sshd/)
    assert.match(told('appliance', 'key-not-accepted'), /pubkey-chain.*RouterOS/)
    assert.match(told('git-host', 'key-not-accepted'), /settings of your account/)
  })

  test('is for OpenSSH what it was, and for a server that was not heard', () => {
    for (const facts of [heard('SSH-2.0-OpenSSH_9.2p1 Debian-2'), {}]) {
      assert.equal(bestRemedy('key-not-accepted', facts)?.remedy.id, 'check-user-and-key')
      assert.equal(bestRemedy('maxstartups-saturated', facts)?.remedy.id, 'try-between-drops')
      assert.equal(bestRemedy('per-source-limit', facts)?.remedy.id, 'let-own-connections-end')
    }
  })
})
