import { amount, count, integer, list, object, oneOf, optional, shared, text } from '../shape.ts'

export const contact = shared(
  'contact',
  object(
    {
      address: text('IP address.'),
      family: oneOf([4, 6], '4 or 6.'),
      port: integer('Port number.', { minimum: 0, maximum: 65535 }),
      source: optional(text('The local address, when one was chosen on purpose.')),
      connect: object(
        {
          outcome: oneOf(
            ['open', 'timeout', 'refused', 'reset', 'host-unreachable', 'net-unreachable', 'not-permitted'],
            'The outcome of the connection.',
          ),
          seconds: amount('How long that took.'),
          code: optional(text('The operating system’s word for it.')),
        },
        'The TCP connection.',
      ),
      icmpUnreachable: optional(
        count(
          'ICMP destination-unreachable messages this machine received meanwhile; undefined where the kernel does not tell.',
        ),
      ),
      retransmits: optional(
        count('TCP segments this machine sent again meanwhile; undefined where the kernel does not tell.'),
      ),
      spokeAt: optional(amount('Whether we spoke, and when.')),
      bytes: optional(text('Everything the peer said, at most the first 4 KiB, base64.')),
      byteCount: count('How many bytes in all, kept or not.'),
      firstByteAt: optional(amount('When the first byte came.')),
      lastByteAt: optional(amount('When the last byte came; a peer that drips is told from one that stalls.')),
      identification: optional(text('The `SSH-…` line, visible form, without its line end.')),
      identificationAt: optional(amount('When the whole line had come.')),
      preBanner: optional(list(text(), 'Lines in front of it, visible form, the first few.')),
      preBannerCount: optional(count('How many there were in all.')),
      kexinitAt: optional(amount("When the peer's whole SSH_MSG_KEXINIT had arrived.")),
      end: object(
        {
          how: oneOf(['fin', 'reset', 'enough', 'out-of-time'], 'The side that ended it, and how.'),
          at: amount('When.'),
          code: optional(text('The operating system’s word for it.')),
        },
        'How it ended.',
      ),
    },
    'One raw TCP connection; times are seconds since it was asked for.',
  ),
)

export const contacts = shared(
  'contacts',
  object({ contacts: list(contact, 'One an address.') }, 'Connections made for one question.'),
)
