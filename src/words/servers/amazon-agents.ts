import type { Entry } from '../entry.ts'

/** EC2 Instance Connect and Amazon's SSM agent on the server. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'eic-providing-key',
    by: 'ec2-instance-connect',
    level: 'info',
    step: 'auth',
    says: 'EC2 Instance Connect handed sshd a key that somebody had sent for this minute.',
    words:
      /^Providing ssh key from EC2 Instance Connect with fingerprint: (?<algorithm>\S{1,120})(?:, request-id: \S{1,100})?(?:, for IAM principal: (?<user>\S{1,300}))?$/,
    source: 'aws-ec2-instance-connect-config 1.1.17, src/bin/eic_parse_authorized_keys',
  },
  {
    id: 'eic-querying',
    by: 'ec2-instance-connect',
    level: 'info',
    step: 'auth',
    says: 'EC2 Instance Connect was asked by sshd for a key.',
    words: /^Querying EC2 Instance Connect keys for matching fingerprint: (?<algorithm>\S{1,120})$/,
    source: 'aws-ec2-instance-connect-config 1.1.17, src/bin/eic_parse_authorized_keys',
  },
  {
    id: 'eic-untrusted',
    by: 'ec2-instance-connect',
    level: 'info',
    step: 'auth',
    road: 'breaks',
    says: 'EC2 Instance Connect does not trust what signed the keys, and gives none to sshd; often the list of authorities on this machine is old.',
    words:
      /^EC2 Instance Connect (?:encountered an unrecognized signer certificate|could not verify the signer trust chain|could not verify certificate .{1,200} has not been revoked|failed to extract the public key from the signer certificate)\. No keys have been trusted\.$/,
    source: 'aws-ec2-instance-connect-config 1.1.17, src/bin/eic_parse_authorized_keys',
  },
  {
    id: 'eic-no-metadata',
    by: 'ec2-instance-connect',
    level: 'info',
    step: 'auth',
    road: 'breaks',
    says: "EC2 Instance Connect does not reach the instance's metadata and gives no keys to sshd.",
    words:
      /^EC2 Instance Connect failed to (?:establish trust with Instance Metadata Service|get a token to invoke Instance Metadata Service)$/,
    source: 'aws-ec2-instance-connect-config 1.1.17, src/bin/eic_curl_authorized_keys',
  },
  {
    id: 'eic-does-nothing',
    by: 'ec2-instance-connect',
    level: 'info',
    step: 'auth',
    says: 'EC2 Instance Connect gives no keys here.',
    words:
      /^EC2 Instance Connect (?:was invoked on a non-instance|was invoked without a user to authorize|found an invalid domain) and will do nothing\.$/,
    source: 'aws-ec2-instance-connect-config 1.1.17, src/bin/eic_curl_authorized_keys',
  },
  {
    id: 'eic-misconfigured',
    by: 'ec2-instance-connect',
    level: 'info',
    step: 'auth',
    road: 'breaks',
    says: 'sshd_config calls EC2 Instance Connect with the wrong arguments.',
    words:
      /^Unable to run EC2 Instance Connect: insufficient args provided\. {1,2}Please check your sshd configuration\.$/,
    source: 'aws-ec2-instance-connect-config 1.1.17, src/bin/eic_parse_authorized_keys',
  },
  {
    id: 'ssm-hibernate',
    by: 'amazon-ssm-agent',
    level: 'info',
    step: 'host',
    says: "The SSM agent may not speak to AWS and waits: the instance's role is missing or has no rights, or nothing leads to the service.",
    words:
      /^(?:[\d-]{10} [\d:.]{8,15} )?(?:INFO )?(?:\[[\w-]{1,60}\] ){0,3}Agent is in hibernate mode\. Reducing logging\. Logging will be reduced to one log per backoff period$/,
    source: 'amazon-ssm-agent 3.3, agent/hibernation/hibernation.go',
  },
  {
    id: 'ssm-health-ping-failed',
    by: 'amazon-ssm-agent',
    level: 'error',
    step: 'host',
    says: 'The SSM agent does not reach AWS.',
    words:
      /^(?:ERROR )?(?:\[[\w-]{1,60}\] ){0,3}(?:Health ping failed with error - (?<reason>.{1,1000})|Backing off health check to every \d{1,6} seconds for \d{1,6} seconds\.)$/,
    source: 'amazon-ssm-agent 3.3, agent/hibernation/hibernation.go',
  },
  {
    id: 'ssm-associations-failed',
    by: 'amazon-ssm-agent',
    level: 'error',
    step: 'host',
    says: 'The SSM agent could not fetch its tasks.',
    words: /^(?:ERROR )?(?:\[[\w-]{1,60}\] ){0,3}Unable to load instance associations, (?<reason>.{1,1000})$/,
    source: 'amazon-ssm-agent 3.3, agent/association/processor/processor.go',
  },
  {
    id: 'ssm-control-channel',
    by: 'amazon-ssm-agent',
    level: 'info',
    step: 'host',
    road: 'passes',
    says: 'The SSM agent reaches AWS: Session Manager can open a way in.',
    words: /^(?:INFO )?(?:\[[\w-]{1,60}\] ){0,3}Set up control channel successfully$/,
    source: 'amazon-ssm-agent 3.3, agent/messageservice/interactor/mgsinteractor/mgsinteractor.go',
  },
  {
    id: 'ssm-control-channel-failed',
    by: 'amazon-ssm-agent',
    level: 'error',
    step: 'host',
    says: 'The SSM agent could not open its channel to AWS: Session Manager has no way in.',
    words:
      /^(?:ERROR )?(?:\[[\w-]{1,60}\] ){0,3}(?:Error setting up control channel|Failed to get (?:region with error|MessageGatewayService endpoint with error)): (?<reason>.{1,1000})$/,
    source: 'amazon-ssm-agent 3.3, agent/messageservice/interactor/mgsinteractor/mgsinteractor.go',
  },
]
