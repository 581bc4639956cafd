import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './amazon-agents.ts'

readsEachLine(ENTRIES, [
  [
    'eic-providing-key',
    'Providing ssh key from EC2 Instance Connect with fingerprint: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, request-id: 11111111-2222-3333-4444-555555555555, for IAM principal: arn:aws:iam::123456789012:user/alice',
  ],
  [
    'eic-querying',
    'Querying EC2 Instance Connect keys for matching fingerprint: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  ],
  ['eic-untrusted', 'EC2 Instance Connect could not verify the signer trust chain. No keys have been trusted.'],
  ['eic-no-metadata', 'EC2 Instance Connect failed to establish trust with Instance Metadata Service'],
  ['eic-does-nothing', 'EC2 Instance Connect was invoked on a non-instance and will do nothing.'],
  [
    'eic-misconfigured',
    'Unable to run EC2 Instance Connect: insufficient args provided.  Please check your sshd configuration.',
  ],
  [
    'ssm-hibernate',
    'INFO Agent is in hibernate mode. Reducing logging. Logging will be reduced to one log per backoff period',
  ],
  [
    'ssm-health-ping-failed',
    'ERROR Health ping failed with error - AccessDeniedException: User is not authorized to perform: ssm:UpdateInstanceInformation',
  ],
  [
    'ssm-associations-failed',
    'ERROR [ssm-agent-worker] Unable to load instance associations, unable to retrieve associations RequestError: send request failed',
  ],
  [
    'ssm-control-channel',
    'INFO [ssm-agent-worker] [MessageService] [MGSInteractor] Set up control channel successfully',
  ],
  [
    'ssm-control-channel-failed',
    'ERROR [ssm-agent-worker] [MessageService] [MGSInteractor] Error setting up control channel: failed to get token',
  ],
])
