import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const fails = said({
  by: 'vs-code',
  level: 'error',
  road: 'breaks',
  source: 'Remote - SSH 0.120, its log, as in microsoft/vscode-remote-release',
})
const shows = said({
  by: 'vs-code',
  level: 'info',
  source: 'Remote - SSH 0.120, its log, as in microsoft/vscode-remote-release',
})
const gateway = said({
  by: 'vs-code',
  level: 'error',
  road: 'breaks',
  source: 'JetBrains Gateway 2025.1, as its users report',
})

/** VS Code's Remote - SSH and its kin (Cursor, VSCodium's open-remote-ssh), behind the time; JetBrains Gateway. */
export const ENTRIES: readonly Entry[] = [
  // VS Code, where its own clock ran out
  fails(
    'vs-code-timed-out',
    /\bConnecting with SSH timed out\b/,
    'VS Code got no login within remote.SSH.connectTimeout.',
    { ends: is('connect-timeout', { weak: true }) },
  ),
  fails(
    'vs-code-forward',
    /\bFailed to set up socket for dynamic port forward to remote port (?<port>\d{1,5}): (?<reason>.{1,200}?)\. (?:TCP port forwarding may be disabled|Is the remote port correct\?)/,
    'The login worked; VS Code could not reach its server through the connection, as when forwarding is forbidden.',
    {
      step: 'session',
      message: 'client-forwarding-refused',
      ends: is('session-refused', { weak: true }),
    },
  ),
  fails(
    'vs-code-forward-disabled',
    /\bERROR: TCP port forwarding appears to be disabled on the remote host\b/,
    'The login worked; the server forbids forwarding.',
    {
      step: 'session',
      message: 'client-forwarding-refused',
      ends: is('session-refused'),
    },
  ),
  fails(
    'vs-code-could-not-establish',
    /\bCould not establish connection to "(?<address>[^"]{1,255})"(?:[.:] ?(?<reason>.{0,300}))?/,
    'VS Code gave up; the lines in front say why.',
  ),
  fails(
    'vs-code-resolver',
    /\b(?:Resolver error: |Error resolving authority\b|resolver error: )(?<reason>.{0,300})/,
    'VS Code gave up; the lines around say why.',
  ),
  fails(
    'vs-code-nonexistent-pipe',
    /\bThe process tried to write to a nonexistent pipe\b/,
    'ssh had ended when VS Code wrote to it.',
  ),
  fails(
    'vs-code-parse-port',
    /\bFailed to parse remote port from (?:server output|output)\b/,
    'The answer is not the one that the server of VS Code gives; the login may not have worked.',
    { step: 'session' },
  ),
  fails(
    'vs-code-install-quit',
    /\bInstall terminal quit with output: (?<reason>.{0,300})/,
    'ssh ended; what follows is its last word.',
  ),
  fails(
    'vs-code-server-start',
    /\b(?:The VS Code Server failed to start|Failed to start the (?:remote )?server|VS Code Server startup failed)\b/i,
    'The login worked; the server of VS Code did not start.',
    { step: 'session', road: 'passes' },
  ),
  fails(
    'vs-code-download',
    /\b(?:Server download failed|Failed to download (?:VS Code Server|the server)|XHR failed)\b/i,
    'The login worked; the server of VS Code could not be fetched.',
    { step: 'session', road: 'passes' },
  ),
  fails(
    'vs-code-ssh-missing',
    /\bAn SSH installation couldn't be found\b|\bno ssh found\b/i,
    'VS Code found no ssh to run.',
    { step: 'client', ends: is('config-unusable') },
  ),
  fails(
    'vs-code-glibc',
    /\bThe remote host may not meet VS Code Server's prerequisites for glibc and libstdc\+\+/,
    'The login worked; the host is too old for the server of VS Code.',
    { step: 'session', road: 'passes' },
  ),
  shows(
    'vs-code-version',
    /^remote-ssh@\d{1,3}\.\d{1,4}\.[\w.-]{1,40}$|^(?:win32|darwin|linux) (?:x64|arm64)$|^Log Level: \d$/,
    'The extension names its release and its system.',
  ),
  shows(
    'vs-code-resolver-called',
    /^SSH Resolver called for (?:"ssh-remote\+[^"]{1,255}", attempt \d{1,3}|host: .{1,255})$|^Setting up SSH remote "[^"]{1,255}"$/,
    'VS Code begins to connect.',
  ),
  shows(
    'vs-code-running',
    /^Running script with connection command: .{1,600}$|^Spawning local server with .{1,2000}$|^Running server with command: .{1,600}$/,
    'VS Code shows how it starts ssh.',
  ),
  shows(
    'vs-code-settings',
    /^"remote\.SSH\.\w{1,60}": .{0,300}$|^Testing ssh with .{1,300}$|^ssh exited with code: \d{1,3}$|^Using SSH config file .{1,300}$|^Got stderr from ssh: .{1,300}$/,
    'VS Code shows its settings and the ssh that it found.',
  ),
  shows('vs-code-got-output', /^Got some output, clearing connection timeout$/, 'ssh said something.'),
  shows(
    'vs-code-listening',
    /^Remote server is listening on (?:port )?\d{1,5}$|^Parsed server configuration: .{1,4000}$|^Server setup complete$/,
    'The login worked; the server of VS Code runs.',
    { step: 'session', road: 'passes' },
  ),
  shows(
    'vs-code-tunnel',
    /^(?:Waiting for ssh tunnel to be ready|Starting forwarding server\. .{1,200}|Forwarding server listening on .{1,100}|\[Forwarding server .{1,300}|Tunneled (?:remote )?port \d{1,5} to .{1,100})$/,
    'VS Code forwards a port to its server.',
    { step: 'session' },
  ),
  shows(
    'vs-code-local-server',
    /^Terminating local server$|^Local server exit: \d{1,5}$|^------$|^Terminal shell path: .{1,300}$/,
    'VS Code ends what it had started.',
  ),
  gateway(
    'gateway-cannot-connect',
    /\bCannot connect to (?:the )?remote host: ?(?<reason>.{0,300})/,
    'The program gave up; what follows says why.',
  ),
]
