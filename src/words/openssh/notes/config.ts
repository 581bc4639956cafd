import type { Fields, Note } from '../note.ts'
import { notesOf } from '../note.ts'

/** Only sshd's own file: ssh says the same of its own. */
const inSshdConfig = ({ path }: Fields) => (/sshd_config/.test(path ?? '') ? 'configuration-refused' : undefined)

const broken = notesOf({ road: 'breaks', message: inSshdConfig })
const remark = notesOf({ harmless: true })
const sshd = notesOf({ step: 'port', road: 'breaks', message: 'configuration-refused' })
const client = notesOf({ step: 'client', road: 'breaks' })

const line = (words: string): string => `{path} line {line}: ${words}`

/** What ssh and sshd say of their own configuration. readconf.c, servconf.c. */
export const CONFIG: readonly Note[] = [
  broken(
    '{path}: line {line}: Bad configuration option: {option}',
    'The configuration has an option that this release does not know, and the program ends.',
  ),
  broken(
    '{path}: terminating, {} bad configuration options',
    'The program ends, because its configuration has mistakes that the lines before name.',
  ),
  remark(
    [line('Deprecated option {option}'), line('Deprecated option "{option}"')],
    'The configuration has an option that does nothing any more.',
  ),
  remark(
    [line('Unsupported option {option}'), line('Unsupported option "{option}"'), line('unsupported option')],
    'The configuration has an option that this build does not know; it is passed over.',
  ),
  broken(
    line('unsupported option "{option}".'),
    'The configuration gives a keyword a value that it does not have, and the program ends.',
  ),
  broken(
    [
      line('missing argument.'),
      line('Missing argument.'),
      line('missing argument'),
      line('{option} missing argument.'),
      line('no argument after keyword "{option}"'),
      line('keyword {option} empty argument'),
    ],
    'A keyword of the configuration has no value, and the program ends.',
  ),
  broken(
    [line('garbage at end of line; "{}".'), line('keyword {option} extra arguments at end of line')],
    'A line of the configuration goes on behind its value, and the program ends; two lines that ran together look like this.',
  ),
  broken(
    [
      line('integer value {reason}.'),
      line('{option} integer value {reason}.'),
      line('missing integer value.'),
      line('Bad number.'),
      line("Bad number '{}': {reason}"),
      line("Bad {option} number '{}': {reason}"),
    ],
    'The configuration gives a keyword something that is not a number, and the program ends.',
  ),
  broken(
    [line('missing time value.'), line('invalid time value.'), line('invalid {option} time value.')],
    'The configuration gives a keyword something that is not a time, and the program ends.',
  ),
  broken(
    [line('Bad yes/no argument: {}'), line('missing yes/no argument.'), line('unsupported argument "{}"')],
    'The configuration gives a keyword something else than the words it takes, and the program ends.',
  ),
  broken(
    [line("Bad SSH2 cipher spec '{algorithm}'."), line("Bad cipher '{algorithm}'.")],
    'Ciphers names one that this release does not have, and the program ends.',
  ),
  broken(
    [
      line("Bad SSH2 mac spec '{algorithm}'."),
      line("Bad SSH2 Mac spec '{algorithm}'."),
      line("Bad SSH2 MAC spec '{algorithm}'."),
    ],
    'MACs names one that this release does not have, and the program ends.',
  ),
  broken(
    line("Bad SSH2 KexAlgorithms '{algorithm}'."),
    'KexAlgorithms names one that this release does not have, and the program ends.',
  ),
  broken(
    [line("Bad key types '{algorithm}'."), line("Bad protocol 2 host key algorithms '{algorithm}'.")],
    'A list of key algorithms names one that this release does not have, and the program ends; DSA is gone since OpenSSH 10.',
  ),
  broken(
    [line("unsupported log level '{}'"), line("unsupported log facility '{}'")],
    'LogLevel or SyslogFacility names something that does not exist, and the program ends.',
  ),
  broken(line('Bad IPQoS value: {}'), 'IPQoS names something that does not exist, and the program ends.'),
  broken(
    [line('Bad Match condition'), line("missing argument for Match '{}'")],
    'A Match line cannot be read, and the program ends.',
  ),
  broken('{path} line {line} too long', 'A line of the configuration is longer than the program reads, and it ends.'),
  broken(
    [
      'Missing Match criteria for {option}',
      'One or more attributes required for Match',
      'Unsupported Match attribute {option}',
      "'all' cannot be combined with other Match attributes",
    ],
    'A Match line of the configuration cannot be read, and the program ends.',
    { message: undefined },
  ),
  broken(
    [
      'Too many recursive configuration includes',
      line('include "{}" glob failed'),
      line('Include missing filename argument'),
    ],
    'The files that the configuration includes cannot be read as they are nested or named.',
  ),
  sshd(
    line("Directive '{option}' is not allowed within a Match block"),
    'sshd does not start: this keyword stands within a Match block, where it may not be; a Match lasts to the next Match or to the end.',
  ),
  sshd(
    [
      line('Badly formatted port number.'),
      line('missing port number.'),
      line('{option} bad port number'),
      line('bad port number'),
    ],
    'sshd does not start: Port has no number that is a port.',
  ),
  sshd(
    [line('bad address:port usage'), line('bad ListenAddress syntax'), line('missing address')],
    'sshd does not start: ListenAddress cannot be read.',
  ),
  sshd(
    [
      line('ports must be specified before ListenAddress.'),
      line('address family must be specified before ListenAddress.'),
    ],
    'sshd does not start: this keyword has to stand above ListenAddress.',
  ),
  sshd(line('too many ports.'), 'sshd does not start: its configuration has more Port lines than it can listen on.'),
  sshd(
    [line('Illegal MaxStartups spec.'), line('Missing MaxStartups spec.'), line('Invalid {option} spec.')],
    'sshd does not start: MaxStartups is not start:rate:full.',
  ),
  sshd(
    [
      line("Subsystem '{option}' already defined."),
      line('Missing subsystem name.'),
      line('Missing subsystem command.'),
      line('too many subsystems defined.'),
    ],
    'sshd does not start: a Subsystem line is there twice, or is not whole.',
  ),
  sshd(
    [
      line('AuthorizedKeysCommand must be an absolute path'),
      line('AuthorizedPrincipalsCommand must be an absolute path'),
      line('{option} must be an absolute path'),
    ],
    'sshd does not start: this command needs its whole path.',
  ),
  sshd(
    [
      line('invalid AllowUsers pattern: "{}"'),
      line('invalid DenyUsers pattern: "{}"'),
      line('invalid {option} pattern: "{}"'),
    ],
    'sshd does not start: a pattern of user and host cannot be read.',
  ),
  sshd(
    'AuthorizedKeysCommand set without AuthorizedKeysCommandUser',
    'sshd does not start: AuthorizedKeysCommand needs AuthorizedKeysCommandUser beside it.',
  ),
  sshd(
    'AuthorizedPrincipalsCommand set without AuthorizedPrincipalsCommandUser',
    'sshd does not start: AuthorizedPrincipalsCommand needs AuthorizedPrincipalsCommandUser beside it.',
  ),
  sshd(
    'AuthenticationMethods cannot be satisfied by enabled authentication methods',
    'sshd does not start: AuthenticationMethods asks for ways to log in that are switched off.',
  ),
  sshd(
    'No AuthenticationMethods left after eliminating disabled methods',
    'Nobody can log in: AuthenticationMethods asks for ways to log in that are switched off.',
    { step: 'auth' },
  ),
  sshd(
    [
      'Disabled method "{option}" in AuthenticationMethods list "{}"',
      'Unknown authentication method "{option}" in list',
      'empty authentication method list',
    ],
    'AuthenticationMethods names a way to log in that is switched off or does not exist.',
  ),
  sshd(['no authentication methods enabled'], 'sshd has no way to log in that is switched on.'),
  sshd(
    'Configuration file is too large (have {}, max {})',
    'sshd does not start: its configuration is larger than it reads.',
  ),
  sshd(
    [
      'Config test connection parameter (-C) provided without test mode (-T)',
      'user, host and addr are all required when testing Match configs',
      "'Match {}' in configuration but '{}' not in connection test specification.",
    ],
    'The test of the configuration (sshd -T) lacks a part of its -C.',
    { message: undefined },
  ),
  sshd('This platform does not support both privilege separation and compression', 'sshd leaves compression off.', {
    road: undefined,
    message: undefined,
    harmless: true,
  }),
  client(
    "Can't open user config file {path}: {reason}",
    'ssh cannot read the configuration that it was told to use (-F).',
  ),
  client(
    'Bad owner or permissions on {path}',
    'ssh does not read its configuration: the file belongs to somebody else, or others may write it.',
  ),
  client('{path} line {line}: Bad escape character.', 'EscapeChar of ssh_config is not a character.'),
  client(line('Bad forwarding specification.'), 'A forwarding of ssh_config cannot be read.'),
  client(line('Invalid ProxyJump "{}"'), 'ProxyJump of ssh_config cannot be read.'),
  client(["Bad port '{port}'", line("Bad port '{port}'.")], 'The port that ssh was given is not a port.'),
  client(
    "Unknown cipher type '{algorithm}'",
    'The cipher that ssh was told to use (-c) does not exist in this release.',
  ),
  client("Unknown mac type '{algorithm}'", 'The MAC that ssh was told to use (-m) does not exist in this release.'),
  client(
    [
      "Bad local forwarding specification '{option}'",
      "Bad remote forwarding specification '{option}'",
      "Bad dynamic forwarding specification '{option}'",
    ],
    'The forwarding on the command line cannot be read.',
  ),
  client("Bad escape character '{option}'.", 'The escape character on the command line (-e) is not one.'),
  client('usage: ssh [{}', 'ssh could not read its command line.'),
  client(
    'command-line: line {line}: Bad configuration option: {option}',
    'An option on the command line (-o) is one that this release of ssh does not know.',
    { narrow: true, by: 'ssh' },
  ),
  client(
    [
      'Cannot specify -J with ProxyCommand',
      'inconsistent options: ProxyCommand+ProxyJump',
      'Only a single -J option is permitted (use commas to separate multiple jump hops)',
      'Only a single -J option permitted',
      'Invalid -J argument',
    ],
    'ssh cannot use the jump host as it was given on the command line.',
  ),
  client('jumphost loop via {address}', 'ssh would jump over a host to itself: the jump host is the target.'),
  client(
    'vdollar_percent_expand: unknown key %{}',
    'A value of ssh_config has a percent sign with a letter that means nothing there.',
  ),
  client(
    'vdollar_percent_expand: env var ${{option}} has no value',
    'ssh_config uses an environment variable that is not set.',
  ),
  client(
    [
      'Cannot fork into background without a command to execute.',
      'Cannot specify -N with -s/SessionType',
      'Cannot specify -s with -N/SessionType',
      'Cannot execute command-line and remote command.',
      "Can't specify both -y and -E",
      'Cannot specify multiplexing command with -W',
      'Cannot specify stdio forward with -O',
      'stdio forward already specified',
      'Multiplexing command already specified',
      'Invalid multiplex command.',
    ],
    'Two options on the command line of ssh do not go together.',
  ),
  client(
    'No ControlPath specified for "-O" command',
    'ssh was told to speak with a shared connection (-O), and no ControlPath says where that is.',
  ),
]
