// The scripts in the shells they are for: what is typed goes in, what the shell offers comes out.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Home, PROGRAM } from './program.ts'
import { skipUnlessTools } from './tools.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
const skip = await skipUnlessTools(...SHELLS)
const noPrompt = skip || (!existsSync('/usr/bin/script') && 'needs script of util-linux')

const home = new Home()
mkdirSync(join(home.folder, '.ssh'))
writeFileSync(join(home.folder, '.ssh/config'), 'Host web1 web2\n  User deploy\nHost *.example !not\n')
writeFileSync(
  join(home.folder, '.ssh/known_hosts'),
  'db1.example.org,192.0.2.7 ssh-ed25519 AAAA\n[gate.example.org]:2222 ssh-ed25519 AAAA\n',
)
writeFileSync(join(home.folder, 'case one.json'), '')
writeFileSync(join(home.folder, 'auth.log'), '')
mkdirSync(join(home.folder, 'logs.d'))

const script = (shell: string): string => {
  const file = join(home.folder, `completion.${shell}`)
  writeFileSync(file, execFileSync(process.execPath, [PROGRAM, 'completion', shell]))
  return file
}

function shown(argv: readonly string[], input?: string): string {
  const { stdout, stderr, status } = spawnSync(argv[0]!, argv.slice(1), {
    cwd: home.folder,
    env: home.env({ TERM: 'dumb', LC_ALL: 'C.UTF-8' }),
    encoding: 'utf8',
    input: input ?? '',
  })
  assert.equal(stderr, '', argv.join(' '))
  assert.equal(status, 0, argv.join(' '))
  return stdout
}

/** What each shell offers for the last word of a line, as that whole word. */
const OFFERS: Record<(typeof SHELLS)[number], (line: string) => string[]> = {
  // Readline replaces what stands behind the last of its break characters; an @ belongs to what it replaces.
  bash(line) {
    const code =
      'source "$1"; COMP_WORDBREAKS=$\' \\t\\n"\\\'@><=;|&(:\'; COMP_LINE=$2; COMP_POINT=${#2}; _sshmedic; printf "%s\\n" "${COMPREPLY[@]}"'
    const word = line.slice(line.lastIndexOf(' ') + 1)
    const kept = word.replace(/@?[^=:@]*$/, '')
    return shown(['bash', '--norc', '-c', code, 'bash', script('bash'), line])
      .split('\n')
      .filter((each) => each !== '')
      .map((each) => kept + each)
  },
  zsh(line) {
    const out = join(home.folder, 'offered')
    writeFileSync(out, '')
    shown(['zsh', '-f', join(import.meta.dirname, 'ask-zsh.zsh'), script('zsh'), line, out])
    return [...new Set(readFileSync(out, 'utf8').split('\n'))].filter((each) => each !== '')
  },
  fish(line) {
    return shown(['fish', '--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script('fish'), line])
      .split('\n')
      .map((each) => each.split('\t')[0]!)
      .filter((each) => each !== '')
  },
}

for (const shell of SHELLS) {
  describe(`sshmedic completion ${shell}`, { skip }, () => {
    const offers = (line: string): string[] => OFFERS[shell](line)

    test('verbs, as the first word only', () => {
      assert.deepEqual(offers('sshmedic log'), ['logs'])
      assert.deepEqual(offers('sshmedic --json star'), ['startups'])
      assert.deepEqual(offers('sshmedic --save x comp'), ['completion'])
      assert.ok(!offers('sshmedic -4 lo').includes('logs'))
      assert.ok(!offers('sshmedic web1 lo').includes('logs'))
    })

    test('options of the verb and of no other', () => {
      assert.deepEqual(offers('sshmedic logs --fol'), ['--follow'])
      assert.deepEqual(offers('sshmedic config --rec'), ['--recommend'])
      assert.deepEqual(offers('sshmedic logs --rec'), [])
      assert.deepEqual(offers('sshmedic --loc'), ['--local'])
      assert.deepEqual(offers('sshmedic explain --mark'), ['--markdown'])
      assert.ok(!offers('sshmedic config --add').includes('--addr'))
    })

    test('values: closed sets, files, folders, hosts', () => {
      assert.deepEqual(offers('sshmedic logs --since yes'), ['yesterday'])
      assert.deepEqual(offers('sshmedic completion z'), ['zsh'])
      assert.deepEqual(offers('sshmedic --via w').sort(), ['web1', 'web2'])
      assert.deepEqual(
        offers('sshmedic --timeout ').filter((each) => /web1|auth/.test(each)),
        [],
      )
      assert.deepEqual(offers('sshmedic startups --from-logs au'), ['auth.log'])
      assert.deepEqual(
        offers('sshmedic config --root l').map((each) => each.replace(/\/$/, '')),
        ['logs.d'],
      )
      assert.deepEqual(offers('sshmedic -i au'), ['auth.log'])
    })

    test('hosts of ssh_config and known_hosts, with a user in front too, and files where a verb reads them', () => {
      assert.deepEqual(offers('sshmedic web').sort(), ['web1', 'web2'])
      assert.deepEqual(offers('sshmedic db1'), ['db1.example.org'])
      assert.deepEqual(offers('sshmedic alice@gate'), ['alice@gate.example.org'])
      assert.deepEqual(offers('sshmedic logs web').sort(), ['web1', 'web2'])
      assert.deepEqual(offers('sshmedic logs aut'), ['auth.log'])
    })
  })
}

test(
  'a key pressed at a real prompt of bash: words are put together where readline breaks them',
  { skip: noPrompt },
  () => {
    const typed = [
      `source '${script('bash')}'`,
      'sshmedic() { printf "<%s>" "$@"; echo; }',
      'sshmedic logs --fol\t',
      'sshmedic alice@gate\t',
      'sshmedic --from=case\t',
      'sshmedic --via=deploy@db\t',
      'sshmedic startups --from-logs au\t',
      'exit',
    ]
    const out = shown(['script', '-qec', 'bash --norc --noprofile -i', '/dev/null'], `${typed.join('\n')}\n`)
    for (const words of [
      '<logs><--follow>',
      '<alice@gate.example.org>',
      '<--from=case one.json>',
      '<--via=deploy@db1.example.org>',
      '<startups><--from-logs><auth.log>',
    ])
      assert.ok(out.includes(words), `${words} in ${out}`)
  },
)

test('another shell is no shell of ours', async () => {
  for (const words of [[], ['csh'], ['bash', 'zsh']]) {
    const ran = await home.run(['completion', ...words])
    assert.equal(ran.code, 2)
    assert.match(ran.stderr, /bash, zsh, fish/)
  }
})
