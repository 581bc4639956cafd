import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import { told } from './plan/told.ts'
import { USER, user } from './plan/target-words.ts'

export default {
  id: 'read-access-rule',
  title: 'Read the rule that keeps the account out',
  treats: { 'access-rule-refuses': 1 },
  needs: 'server',
  harm: 'none',
  plan(facts, target) {
    const said = told(facts, 'access-rule-refused')
    const name = or(plainWord(said?.user) ?? user(facts, target), USER)
    if (said?.program === 'pam_access')
      return [
        onServer(
          'Read the rules of pam_access, and see in which groups the account is: the first rule that fits decides.',
          ['cat', '/etc/security/access.conf'],
          ['id', name],
        ),
      ]
    return [
      onServer(
        'See in which groups the account is, and read the access rule of its directory: access_provider, simple_allow_users and simple_allow_groups, or ad_access_filter in /etc/sssd/sssd.conf; on FreeIPA the HBAC rules (ipa hbactest).',
        ['id', name],
        ['sssctl', 'user-checks', name, '-s', 'sshd'],
      ),
    ]
  },
} satisfies Remedy
