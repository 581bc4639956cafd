import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import type { FactSheet } from '../core/types.ts'
import { toldWords } from './plan/told-words.ts'
import { USER, user } from './plan/target-words.ts'

/** The module of PAM that refused, or one that was seen to read rules about who may come. */
function moduleOf(facts: FactSheet): string | undefined {
  const told = toldWords(facts, 'access-rule-refused').program
  const seen = known(facts, 'pam')?.suspects.map(({ module }) => /pam_[a-z]{1,20}/.exec(module)?.[0])
  return told ?? seen?.find((module) => module !== undefined && RULES.has(module))
}

const RULES = new Set(['pam_access', 'pam_listfile', 'pam_succeed_if', 'pam_time', 'pam_sss', 'pam_ldap'])

export default {
  id: 'read-access-rule',
  title: 'Read the rule that keeps the account out',
  treats: { 'access-rule-refuses': 1 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan(facts, target) {
    const name = or(plainWord(toldWords(facts, 'access-rule-refused').user) ?? user(facts, target), USER)
    const module = moduleOf(facts)
    switch (module) {
      case 'pam_access':
        return [
          onServer(
            'Read the rules of pam_access, and see in which groups the account is: the first rule that fits user and address decides.',
            ['cat', '/etc/security/access.conf'],
            ['id', name],
          ),
        ]
      case 'pam_sss':
        if (/System error|cannot retrieve|not known/.test(toldWords(facts, 'access-rule-refused').reason ?? ''))
          return [
            onServer(
              'SSSD could not ask for its rule: see whether its domain is online, and read its log of the domain (debug_level 9 in /etc/sssd/sssd.conf).',
              ['sssctl', 'domain-list'],
              ['journalctl', '-u', 'sssd', '-n', '50'],
            ),
          ]
        return [
          onServer(
            'Ask SSSD what it makes of the account, and see whether the groups it should be in are there.',
            ['sssctl', 'user-checks', name, '-s', 'sshd'],
            ['id', name],
          ),
          onServer(
            'Read the rule: access_provider, with simple_allow_users and simple_allow_groups, or ad_access_filter; on FreeIPA the HBAC rules decide (ipa hbactest).',
            ['cat', '/etc/sssd/sssd.conf'],
          ),
        ]
      case undefined:
        return [
          onServer(
            'See which module of PAM may say no to an account (pam_sss for SSSD, pam_access, pam_listfile), read the rule it names, and compare it with the groups of the account. It is not the expiry of the account, whatever sshd calls it.',
            ['grep', '-rn', 'account', '/etc/pam.d'],
            ['id', name],
          ),
        ]
      default:
        return [
          onServer(
            'Read the line of that module in the configuration of PAM: it has the rule, or names the file that has it.',
            ['grep', '-rn', plainWord(module), '/etc/pam.d'],
            ['id', name],
          ),
        ]
    }
  },
} satisfies Remedy
