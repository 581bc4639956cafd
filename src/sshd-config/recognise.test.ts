import { deepEqual, equal } from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { withoutPasteMarks } from './pasted.ts'
import { recogniseConfig } from './recognise.ts'

const SERVER =
  'Include /etc/ssh/sshd_config.d/*.conf\nPort 2222\n\n# why\nPermitRootLogin no\nMatch User git\n  ForceCommand git-shell\n'

describe('what a file is', () => {
  const kinds: readonly (readonly [what: string, text: string, kind: string])[] = [
    ['a client with hosts', 'Host web\n  HostName 203.0.113.7\n  User ops\n  IdentityFile ~/.ssh/id\n', 'client'],
    [
      "Debian's ssh_config",
      'Include /etc/ssh/ssh_config.d/*.conf\nHost *\n  SendEnv LANG LC_*\n  HashKnownHosts yes\n  GSSAPIAuthentication yes\n',
      'client',
    ],
    ['a client with options for all hosts', 'ServerAliveInterval 60\nForwardAgent yes\nPort 22\n', 'client'],
    [
      'a client, all in comments',
      '# Host *\n#   ForwardAgent no\n#   ForwardX11 no\n#   PasswordAuthentication yes\n#   IdentityFile ~/.ssh/id_rsa\nInclude /etc/ssh/ssh_config.d/*.conf\n',
      'client',
    ],
    ['a server', SERVER, 'server'],
    ['a server with a word of the client', 'PermitRootLogin no\nServerAliveInterval 60\nUsePAM yes\n', 'server'],
    [
      'a server, all in comments',
      '#Port 22\n#PermitRootLogin prohibit-password\n# The user must have a key\n',
      'server',
    ],
    ['one shared line', 'Ciphers aes256-gcm@openssh.com\n', 'server'],
    ['one misspelt line', 'PasswrodAuthentication no\n', 'server'],
    ['two lines that became one', 'UsePAMyes\n', 'server'],
    ['a letter', 'Dear all,\nthe machine is slow.\n', 'other'],
    ['/etc/passwd', 'root:x:0:0:root:/root:/bin/bash\n', 'other'],
    ['nothing', ' \n\t\n', 'empty'],
    [
      'a picture',
      '\uFFFDPNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001\b\u0006\0\0\0\u001f\u0015\uFFFD\uFFFD\uFFFD',
      'binary',
    ],
  ]
  for (const [what, text, kind] of kinds) test(what, () => equal(recogniseConfig(text).kind, kind))

  test('it says which words are of the client', () => {
    deepEqual(recogniseConfig('Host *\n  ForwardAgent yes\n'), { kind: 'client', words: ['Host', 'ForwardAgent'] })
  })
})

/** Blanks before a line are nothing to sshd, nor are empty lines at either end. */
const bare = (text: string) => text.trim().replace(/^[ \t]+/gm, '')

describe('a copy out of something else', () => {
  const each = (mark: (line: string, i: number) => string) => SERVER.trimEnd().split('\n').map(mark).join('\n')
  const copies: readonly (readonly [what: string, text: string])[] = [
    ['an editor of Windows', `\uFEFF${SERVER}`],
    ['a ticket', each((line) => `> ${line}`)],
    ['a ticket twice', each((line) => `> > ${line}`)],
    [
      'a mail that is answered',
      `On Monday somebody wrote:\n\n${each((line) => `> ${line}`)}\n\nWhat is wrong with it?\n`,
    ],
    ['Markdown', `Here it is:\n\n\`\`\`\n${SERVER}\`\`\`\nThanks!\n`],
    ['Markdown, cut off', `~~~sshd_config\n${SERVER}`],
    ['Markdown in a ticket', `> \`\`\`text\n${each((line) => `> ${line}`)}\n> \`\`\`\n`],
    ['a terminal with colours', each((line) => `\u001b[01;32m${line}\u001b[0m\u001b[K`)],
    ['cat -n', each((line, i) => `${String(i + 1).padStart(6)}\t${line}`)],
    ['grep -n', each((line, i) => `${i + 1}:${line}`)],
    ['a shell', `root@web1:/etc/ssh# cat sshd_config\n${SERVER}root@web1:/etc/ssh# \n`],
    ['JSON', JSON.stringify(SERVER)],
    ['a viewer of binaries', SERVER.replace('Port', '\u0002Port').replace('no\n', 'no\0\n')],
  ]
  for (const [what, text] of copies)
    test(what, () => {
      const read = withoutPasteMarks(text)
      equal(bare(read.text), bare(SERVER))
      equal(read.without.length > 0, true)
    })

  test('a configuration as it is stays as it is', () => {
    for (const text of [
      SERVER,
      SERVER.replaceAll('\n', '\r\n'),
      '',
      '#\n',
      'AcceptEnv LANG\n# > quoted\n',
      'Banner /etc/1\n',
    ])
      deepEqual(withoutPasteMarks(text), { text, without: [] })
  })

  test('any text is read, and what was taken off once is not found again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = withoutPasteMarks(text)
        recogniseConfig(once.text)
        return once.text.length <= text.length + 1
      }),
    )
  })
})
