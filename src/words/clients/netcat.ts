import type { Entry } from '../entry.ts'
import { byWords } from '../finding.ts'
import { lookupFailure } from '../network-errors.ts'
import { said } from '../said.ts'

const nc = said({
  by: 'netcat',
  level: 'error',
  step: 'port',
  road: 'breaks',
  source: 'OpenBSD netcat 1.226, netcat.c',
})
const passes = said({
  by: 'netcat',
  level: 'info',
  step: 'port',
  road: 'passes',
  source: 'OpenBSD netcat 1.226, netcat.c',
})

/** What people try beside ssh: nc, ncat, telnet, PowerShell's Test-NetConnection. */
export const ENTRIES: readonly Entry[] = [
  nc(
    'nc-connect',
    /^nc: connect to .{1,255} port \d{1,5} \(tcp\) failed: (.{1,100})/,
    'nc could not connect to this port.',
    { ends: byWords },
  ),
  nc(
    'telnet-connect',
    /^telnet: (?:Unable to connect to remote host|connect to address \S{1,100}): (.{1,100})/,
    'telnet could not connect to this port.',
    {
      source: 'netkit-telnet 0.17, inetutils 2.5, telnet/commands.c',
      ends: byWords,
    },
  ),
  nc(
    'ncat-connect',
    /^Ncat: (Connection (?:refused|timed out|reset by peer)|No route to host|Network is unreachable)/,
    'ncat could not connect to this port.',
    { source: 'Nmap 7.95, ncat/ncat_connect.c', ends: byWords },
  ),
  nc(
    'nc-resolve',
    /^nc: getaddrinfo(?: for host "(?<address>[^"]{1,255})" port \S{1,32})?: (.{1,100})/,
    'nc could not look up the name of the host.',
    { step: 'name', ends: (m) => ({ failure: lookupFailure(m[2] ?? '') }) },
  ),
  nc(
    'nc-traditional',
    /^(?:\(UNKNOWN\) \[[\da-fA-F.:]{2,60}\]|\S{1,255} \[[\da-fA-F.:]{2,60}\]) \d{1,5} \(\S{1,30}\) : (.{1,60})$/,
    'nc could not connect to this port.',
    { source: 'netcat-traditional 1.10, netcat.c', ends: byWords },
  ),
  nc(
    'telnet-resolve',
    /^telnet: (?:could not resolve \S{1,255}: (.{1,100})|.{0,60}(?:Name or service not known|nodename nor servname provided).{0,20})$/,
    'telnet could not look up the name of the host.',
    {
      step: 'name',
      source: 'netkit-telnet 0.17, inetutils 2.5, telnet/commands.c',
      ends: (m) => ({ failure: lookupFailure(m[1] ?? m[0]) }),
    },
  ),
  nc(
    'telnet-windows',
    /^Connecting To (?<address>\S{1,255})\.\.\.Could not open connection to the host, on port (?<port>\d{1,5}): Connect failed$/,
    'telnet could not connect to this port.',
    { source: "Windows' telnet.exe" },
  ),
  nc(
    'test-net-connection',
    /^WARNING: TCP connect to \((?<address>\S{1,100}) : (?<port>\d{1,5})\) failed$/,
    'PowerShell could not connect to this port.',
    { level: 'warning', source: "PowerShell's NetTCPIP module, Test-NetConnection" },
  ),
  nc('test-net-connection-result', /^TcpTestSucceeded {1,12}: False$/, 'PowerShell could not connect to this port.', {
    source: "PowerShell's NetTCPIP module, Test-NetConnection",
  }),
  passes('test-net-connection-succeeded', /^TcpTestSucceeded {1,12}: True$/, 'The port takes connections.', {
    source: "PowerShell's NetTCPIP module, Test-NetConnection",
  }),
  passes(
    'nc-succeeded',
    /^Connection to (?<address>\S{1,255})(?: \(\S{1,100}\))? (?:port )?(?<port>\d{1,5}) (?:port )?\[tcp\/[\w*-]{1,30}\] succeeded!$/,
    'The port takes connections.',
  ),
  passes(
    'ncat-connected',
    /^Ncat: Connected to (?<address>\S{1,100}):(?<port>\d{1,5})\.$/,
    'The port takes connections.',
    { source: 'Nmap 7.95, ncat/ncat_connect.c' },
  ),
  passes(
    'nc-traditional-open',
    /^\S{1,255} \[[\da-fA-F.:]{2,60}\] \d{1,5} \(\S{1,30}\) open$/,
    'The port takes connections.',
    { source: 'netcat-traditional 1.10, netcat.c' },
  ),
  passes(
    'telnet-connected',
    /^(?:Connected to \S{1,255}\.|Escape character is '\^\]'\.)$/,
    'The port takes connections.',
    { source: 'netkit-telnet 0.17, inetutils 2.5, telnet/commands.c' },
  ),
  nc('telnet-closed', /^Connection closed by foreign host\.$/, 'The other side closed the connection.', {
    source: 'netkit-telnet 0.17, inetutils 2.5, telnet/telnet.c',
  }),
]
