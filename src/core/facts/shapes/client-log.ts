import { CLIENT_FAILURES } from '../../login-facts.ts'
import { LOG_MESSAGES } from '../../log-messages.ts'
import { as, count, flag, list, object, oneOf, optional, shared, text, textLike } from '../shape.ts'
import { loginStep } from './login-step.ts'
import { toldWords } from './told-words.ts'

export const clientLog = shared(
  'clientLog',
  object({
    reached: as(loginStep, 'The furthest step the text proves.'),
    client: optional(text("The client's release as it names itself, such as `OpenSSH_9.2p1`.")),
    server: optional(text("The server's identification as `-v` shows it.")),
    preBanner: list(text(), 'Lines the server sent before its identification.'),
    failure: optional(oneOf(CLIENT_FAILURES, 'How the login ended, of a closed set.')),
    says: optional(text('The words that failure was read from, visible form.')),
    methods: optional(list(text(), 'Methods the server still offered at the last refusal.')),
    keysOffered: count('Keys ssh offered.'),
    keysTried: optional(
      count('Key files at the usual paths that ssh looked for in vain or had to open, as -v shows them.'),
    ),
    interrupted: optional(flag('The user ended it by ^C: it had not ended by itself.')),
    keysAccepted: count('Keys the server took as known.'),
    partialSuccess: flag('One method of several succeeded.'),
    serverText: list(text(), 'Text the server or PAM had shown, visible form.'),
    forcedCommand: flag('`command="…"` or another restriction the server announced.'),
    proxied: optional(flag('It talked through a proxy command or a jump host.')),
    proxyText: list(text(), 'Failures of a proxy or jump on the way, in their own words.'),
    keyProblems: list(
      object({
        path: text('Of the key file.'),
        problem: oneOf(['missing', 'too-open', 'passphrase', 'unreadable'], 'The fault of the file.'),
      }),
      'Key files ssh could not use.',
    ),
    noCommon: optional(
      object(
        {
          what: text('The kind of algorithm that the two sides do not share.'),
          theirs: text('The algorithms that the server offers.'),
        },
        'No common algorithm: of which kind, and what the server offers.',
      ),
    ),
    host: optional(text('The name that ssh connects to, beside that address.')),
    address: optional(text('Address ssh was talking to, when it says.')),
    hostKey: optional(textLike(/^SHA256:[A-Za-z0-9+/]{43}$/, 'Fingerprint of the host key the server showed.')),
    told: optional(
      list(oneOf(LOG_MESSAGES), 'Messages that say why the login failed, in the order in which each was first seen.'),
    ),
    details: optional(list(as(toldWords, 'One of them.'), 'The fields of such messages, of the last of each.')),
    rest: list(text(), 'Lines that could not be placed, visible form, the last few.'),
  }),
)
