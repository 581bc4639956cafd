import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgeWrappers } from '../../src/openssh/tcp-wrappers.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { withLab } from '../../lab/hosts/lab.ts'
import { seeded } from '../../lab/hosts/random.ts'

const skip = await skipUnlessHosts()

// The library sshd is linked with, asked through its own function about tables of ours.
const ASK = `
import ctypes, glob, json, os, sys, tempfile
lib = ctypes.CDLL(glob.glob('/usr/lib/*/libwrap.so.0')[0])
folder = tempfile.mkdtemp()
allow, deny = os.path.join(folder, 'allow'), os.path.join(folder, 'deny')
paths = [ctypes.create_string_buffer(path.encode()) for path in (allow, deny)]
ctypes.c_void_p.in_dll(lib, 'hosts_allow_table').value = ctypes.addressof(paths[0])
ctypes.c_void_p.in_dll(lib, 'hosts_deny_table').value = ctypes.addressof(paths[1])
for line in sys.stdin:
    case = json.loads(line)
    with open(allow, 'w') as f: f.write(case['allow'])
    with open(deny, 'w') as f: f.write(case['deny'])
    ask = lambda name: lib.hosts_ctl(b'sshd', name.encode(), case['address'].encode(), b'')
    print(json.dumps([ask(name) for name in case['names']]))
`

const NAMES = ['unknown', 'paranoid', 'host.example.net', 'box']
const CLIENTS =
  `ALL all 10.77.0.1 10.77. 10. 10.77.0.0/16 10.77.0.0/255.255.0.0 10.77.0.1/16 10.77.0.0/33 LOCAL KNOWN PARANOID
  UNKNOWN .example.net host.example.net [fd77::1] [fd77::]/64 [fd77::1]/48 [::ffff:10.77.0.1] 10.77.* 10.7?.0.1 * 1.2.3.4
  0.0.0.0/0 10.77.0.0/0 [::]/0 user@10.77.0.1 ALL@10.77. 10.77 77.0.1 *.example.net 10.77.0.1/255.255.255.255
  10.77.0.1/32 [fd77::1]/129 fd77::1 host. .1 10.77.0.0/8`.split(/\s+/)
const DAEMONS = ['ALL', 'sshd', 'SSHD', 'sshd, foo', 'foo', 'sshd-session', 'ALL EXCEPT sshd', 'ALL EXCEPT foo', 'ss*']
const OPTIONS = [
  '',
  ' : allow',
  ' : deny',
  ' : spawn /bin/true : deny',
  ' : severity auth.info',
  ' : allow : deny',
  ' :',
]

describe('tcp wrappers beside the real library', { skip }, () => {
  test('no difference in 3000 pairs of tables', () =>
    withLab({ release: 'bookworm' }, async ({ machine, seed }) => {
      const random = seeded(seed)
      const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
      const line = (): string => {
        let clients = pick(CLIENTS)
        while (random() < 0.35) clients += pick([', ', ' ', ' EXCEPT ']) + pick(CLIENTS)
        const rule = `${pick(DAEMONS)}: ${clients}${random() < 0.3 ? pick(OPTIONS) : ''}\n`
        return random() < 0.8 ? rule : pick(['# c\n', '\n', 'nonsense\n', `${pick(DAEMONS)}: \\\n ${pick(CLIENTS)}\n`])
      }
      const table = (): string => {
        let text = ''
        while (random() < 0.6) text += line()
        return random() < 0.05 ? text.replace(/\n$/, '') : text
      }
      const cases = Array.from({ length: 3000 }, () => ({
        allow: table(),
        deny: table(),
        address: pick(['10.77.0.1', '10.77.0.1', 'fd77::1', '1.2.3.4']),
        names: NAMES,
      }))
      await machine.must('cat > /root/ask.py', { stdin: ASK })
      const stdin = cases.map((each) => `${JSON.stringify(each)}\n`).join('')
      const answers = (await machine.must('python3 /root/ask.py 2>/dev/null', { stdin })).trim().split('\n')
      assert.equal(answers.length, cases.length)
      let decided = 0
      for (const [i, { allow, deny, address }] of cases.entries()) {
        const granted = JSON.parse(answers[i]!) as number[]
        const judged = judgeWrappers(
          { path: 'allow', text: allow },
          { path: 'deny', text: deny },
          { daemon: 'sshd', address },
        )
        if (judged.verdict === 'by-name' || judged.verdict === 'unknown') continue
        decided++
        const wanted = judged.verdict === 'denies' ? 0 : 1
        assert.ok(
          granted.every((each) => each === wanted),
          JSON.stringify({ seed, allow, deny, address, granted, judged }),
        )
      }
      assert.ok(decided > 1500, `only ${decided} were decided`)
    }))
})
