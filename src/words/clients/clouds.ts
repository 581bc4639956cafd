import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const iap = said({
  by: 'gcloud',
  level: 'error',
  step: 'path',
  road: 'breaks',
  source: "Google Cloud's documentation, IAP for TCP, known issues and error codes",
  ends: is('proxy-fails'),
})
const gcloud = said({
  by: 'gcloud',
  level: 'error',
  road: 'breaks',
  source: 'gcloud CLI 520, googlecloudsdk/command_lib/util/ssh',
})
const shows = said({ by: 'gcloud', level: 'info', source: 'gcloud CLI 520, googlecloudsdk/command_lib/util/ssh' })
const ssm = said({
  by: 'aws',
  level: 'error',
  step: 'path',
  road: 'breaks',
  source: "AWS's documentation, Systems Manager StartSession, errors",
})
const eic = said({
  by: 'aws',
  level: 'error',
  road: 'breaks',
  source: "AWS's documentation, EC2 Instance Connect, troubleshooting",
})

/** gcloud with its IAP tunnel and OS Login, AWS with Session Manager and EC2 Instance Connect. */
export const ENTRIES: readonly Entry[] = [
  iap(
    'iap-4003',
    /\[4003: '(?<reason>failed to connect to backend)'\]/i,
    'IAP let the caller through, and the port of the machine did not take the connection.',
    { step: 'port' },
  ),
  iap(
    'iap-4010',
    /\[4010: '(?<reason>destination read failed)'\]/i,
    'IAP had a connection to the machine, and it broke.',
    { step: 'port' },
  ),
  iap('iap-4033', /\[4033: '(?<reason>not authorized)'\]/i, 'This account may not use the tunnel to this machine.'),
  iap(
    'iap-4047',
    /\[4047: '(?<reason>[Ff]ailed to lookup instance)'\]/,
    'The tunnel knows no such machine, or it does not run.',
  ),
  iap(
    'iap-other',
    /\bError while connecting \[(?<limit>\d{4}): '(?<reason>[^']{1,200})'\]/,
    'The tunnel of IAP refused the connection.',
  ),
  iap(
    'iap-while-checking',
    /\bWhile checking if a connection can be made: (?<reason>.{1,300})/,
    'The tunnel of IAP did not come to stand.',
  ),
  gcloud(
    'gcloud-ssh-exited',
    /\[(?<program>\/\S{0,100}ssh|.{0,100}plink\.exe|.{0,100}ssh\.exe)\] exited with return code \[(?<limit>\d{1,5})\]\.?$/,
    'ssh failed; the lines in front say why.',
    { source: 'gcloud CLI 520, googlecloudsdk/command_lib/util/ssh/ssh.py CommandError' },
  ),
  gcloud(
    'gcloud-no-external-ip',
    /\bInstance \[(?<address>[^\]]{1,255})\] in zone \[[^\]]{1,60}\] does not have an external IP address, so you cannot SSH into it\b/,
    'The machine has no address that can be reached from outside.',
    { step: 'path' },
  ),
  gcloud(
    'gcloud-could-not-ssh',
    /\bCould not SSH into the instance\. {1,2}It is possible that your SSH key has not propagated\b/,
    'gcloud gave up before the login worked; a new key takes a while to arrive.',
    { step: 'auth' },
  ),
  gcloud(
    'gcloud-permission',
    /\bRequired '(?<option>[\w.]{1,100})' permission for '(?<path>[^']{1,300})'/,
    'This account may not do that in the project.',
    { step: 'client' },
  ),
  gcloud(
    'gcloud-oslogin-denied',
    /\bUser \[?(?<user>\S{1,200}?)\]? does not have permission to access (?:users|projects) instance\b|\bPermission denied on resource project\b/,
    'This account may not log in with OS Login.',
    { step: 'client' },
  ),
  gcloud(
    'gcloud-resource',
    /\bThe resource 'projects\/(?<path>[^']{1,300})' was not found\b/,
    'There is no such machine, zone or project.',
    { step: 'client' },
  ),
  gcloud(
    'gcloud-host-keys',
    /\bUnable to retrieve host keys from instance metadata\b/,
    'gcloud does not know the host keys of the machine and goes on.',
    { level: 'warning', step: 'kex' },
  ),
  shows(
    'gcloud-no-external-used',
    /^External IP address was not found; defaulting to using IAP tunneling\.$/,
    'The machine has no address outside, and gcloud goes through its tunnel.',
  ),
  shows(
    'gcloud-metadata',
    /^(?:Updating (?:project|instance) ssh metadata\.\.\..{0,40}|Updated \[https?:\/\/.{1,300}\]\.|Waiting for SSH key to propagate\.|Existing host keys found in .{1,300})$/,
    'gcloud puts the key where the machine fetches it.',
  ),
  shows(
    'gcloud-recommendation',
    /^Recommendation: To check for possible causes of SSH connectivity issues and get$/,
    'gcloud names its own troubleshooter.',
  ),
  shows(
    'gcloud-numpy',
    /\bTo increase the performance of the tunnel, consider installing NumPy\b/,
    'The tunnel works and could be faster.',
    { level: 'warning' },
  ),

  ssm(
    'ssm-not-connected',
    /\bAn error occurred \(TargetNotConnected\) when calling the StartSession operation: (?<address>\S{1,200}) is not connected\b/,
    'Session Manager has no contact with the agent of this machine.',
    { ends: is('proxy-fails') },
  ),
  ssm(
    'ssm-access-denied',
    /\bAn error occurred \((?<reason>AccessDeniedException|UnauthorizedOperation|UnrecognizedClientException|ExpiredTokenException|ExpiredToken|InvalidClientTokenId)\) when calling the (?<option>\w{1,60}) operation\b/,
    'AWS does not let this caller do that.',
    { ends: is('proxy-fails') },
  ),
  ssm(
    'ssm-invalid-target',
    /\bAn error occurred \((?:InvalidInstanceId|InvalidInstanceID\.NotFound|InvalidInstanceID\.Malformed|InvalidTarget)\) when calling the \w{1,60} operation\b/,
    'There is no such machine in this region.',
    { ends: is('proxy-fails') },
  ),
  ssm(
    'ssm-plugin-missing',
    /\bSessionManagerPlugin is not found\. Please refer to SessionManager Documentation\b/,
    "The own machine lacks Session Manager's plugin.",
    { step: 'client', ends: is('proxy-fails') },
  ),
  ssm(
    'ssm-no-credentials',
    /\bUnable to locate credentials\b|\bThe config profile \((?<option>[^)]{1,100})\) could not be found\b|\bError loading SSO Token\b|\bThe SSO session associated with this profile has expired\b/,
    'The command line of AWS has no valid credentials.',
    { step: 'client', source: 'botocore 1.38, exceptions.py', ends: is('proxy-fails') },
  ),
  ssm(
    'ssm-endpoint',
    /\bCould not connect to the endpoint URL: "(?<path>[^"]{1,300})"/,
    'AWS could not be reached from here.',
    {
      step: 'client',
      source: 'botocore 1.38, exceptions.py EndpointConnectionError',
      ends: is('proxy-fails'),
    },
  ),
  ssm(
    'ssm-ended',
    /^Cannot perform start session: (?<reason>.{1,200})$|^Exiting session with sessionId: \S{1,100}\.$/,
    'The session of Session Manager ended.',
    { source: 'session-manager-plugin 1.2' },
  ),
  ssm('ssm-started', /^Starting session with SessionId: \S{1,200}$/, 'Session Manager reached the machine.', {
    level: 'info',
    road: 'passes',
    source: 'session-manager-plugin 1.2',
  }),
  eic(
    'eic-failed-to-connect',
    /\bFailed to connect to your instance\b/,
    'EC2 Instance Connect did not get in; what follows says why.',
  ),
  eic(
    'eic-login',
    /\bEC2 Instance Connect is unable to connect to your instance\b/,
    'The port of the machine does not take connections from Instance Connect.',
    { step: 'port' },
  ),
  eic(
    'eic-ping',
    /\b(?:PingStatus|Ping status)\b.{0,10}\b(?:ConnectionLost|Connection lost|Inactive)\b/,
    'Systems Manager lost contact with the agent of this machine.',
    { step: 'host', source: "AWS's documentation, InstanceInformation, PingStatus" },
  ),
  eic(
    'eic-push',
    /\bAn error occurred \((?<reason>EC2Instance\w{1,40}Exception|AuthException|InvalidArgsException|ThrottlingException)\) when calling the SendSSHPublicKey operation\b/,
    'Instance Connect could not hand the key to the machine.',
    { step: 'auth' },
  ),
  eic(
    'eic-tunnel',
    /\bFailed to (?:establish|open) (?:WebSocket|websocket) (?:connection|tunnel)\b|\bThere was an error while (?:opening|creating) the tunnel\b/,
    "Instance Connect's endpoint did not open the tunnel.",
    { step: 'path', source: 'aws-cli 2, customizations/ec2instanceconnect', ends: is('proxy-fails') },
  ),
]
