/**
 * Sentences of ssh's that say how a login ended, each as far as it goes whatever stands around it. Bounded, and each begins with its own
 * letters, so that a long text costs little.
 */
const SENTENCE = new RegExp(
  [
    String.raw`ssh: connect to host \S{1,255} port [\w-]{1,32}: [^"'\x60<>|\\]{1,100}`,
    String.raw`(?:kex|ssh)_exchange_identification: (?:(?:read|write): (?:Connection reset(?: by peer)?|Operation timed out|Broken pipe)|Connection closed by remote host|[^"'\x60<>|\\]{1,80})`,
    String.raw`Could not resolve hostname \S{0,255}: [^"'\x60<>|\\]{1,100}`,
    String.raw`Permission denied \((?:[a-z][\w@.-]{1,60}(?:,[a-z][\w@.-]{1,60}){0,20})?\)`,
    'Connection timed out during banner exchange',
    'WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!',
    String.raw`No \S{1,60} host key is known for \S{1,255} and you have requested strict checking`,
    String.raw`Host key verification failed\.?`,
    String.raw`Received disconnect from \S{1,100}?(?: port \d{1,5}:|: ?)\d{1,4}: ?[^"'\x60<>|\\]{1,100}`,
    'Too many authentication failures',
    String.raw`Unable to negotiate with \S{1,100} port \d{1,5}: no matching [\w ]{1,60} found\. Their offer: [\w@.,+-]{1,2000}`,
    String.raw`Connection (?:closed|reset) by \S{1,100} port \d{1,5}`,
    String.raw`Connection to \S{1,100} port \d{1,5} timed out`,
    String.raw`Load key "[^"]{1,500}": [\w ]{1,60}`,
    String.raw`channel 0: open failed: [^"'\x60<>|\\]{1,100}`,
    String.raw`Bad owner or permissions on [^\s"'\x60]{1,300}`,
  ].join('|'),
  'g',
)
/** Of each line so many; one has seldom more than two. */
const KEPT = 6

/** The sentences of ssh's within lines, each as a line of its own, in their order: for words that somebody quotes, logs or retells. */
export const embeddedSentences = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => (line.match(SENTENCE) ?? []).slice(0, KEPT))
