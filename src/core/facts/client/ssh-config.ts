import { fact } from '../fact.ts'
import { amount, count, flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'What ssh makes of the command line',
  shape: object(
    {
      version: optional(text('Path of the ssh program and its version line.')),
      ok: flag('Ssh takes its configuration.'),
      error: optional(text("Ssh's own sentence where it refuses the configuration.")),
      host: optional(text('HostName.')),
      port: optional(count('Port number.')),
      user: optional(text('User name.')),
      identityFiles: optional(list(text(), 'IdentityFile.')),
      certificateFiles: optional(list(text(), 'CertificateFile.')),
      identitiesOnly: optional(flag('IdentitiesOnly.')),
      identityAgent: optional(text('IdentityAgent.')),
      proxyCommand: optional(text('ProxyCommand.')),
      proxyJump: optional(text('ProxyJump.')),
      controlPath: optional(text('ControlPath.')),
      controlMaster: optional(text('ControlMaster.')),
      addressFamily: optional(oneOf(['any', 'inet', 'inet6'], 'AddressFamily.')),
      connectTimeout: optional(amount('ConnectTimeout, seconds.')),
      bindAddress: optional(text('BindAddress.')),
      strictHostKeyChecking: optional(text('StrictHostKeyChecking.')),
      userKnownHostsFiles: optional(list(text(), 'UserKnownHostsFile.')),
      hostKeyAlias: optional(text('HostKeyAlias.')),
      hasRemoteCommand: optional(flag('A RemoteCommand is configured; its words are not kept.')),
      forwards: optional(
        list(
          oneOf(['local', 'remote', 'dynamic'], 'Of which kind.'),
          'The forwardings that the user asks for, each kind once.',
        ),
      ),
      sessionType: optional(text('`none` and `subsystem` ask for no shell (8.7 on).')),
    },
    "`ssh -G`: what the user's configuration makes of the destination.",
  ),
})
