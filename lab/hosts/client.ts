import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, type CommandOptions, must, type Outcome } from './command.ts'
import { holdConnections, type HoldOptions, type Holders } from './holders.ts'
import type { Addresses } from './network.ts'

/** Where the client lives and whom it knows. */
export interface ClientPlan {
  netns: string
  at: Addresses
  scratch: string
  /** The machine's root, for its host keys. */
  root: string
}

/** The user's own computer: a home with a key, a name server, and a path to the machine. */
export class Client {
  readonly netns: string
  readonly home: string
  readonly keyFile: string
  readonly configFile: string
  readonly knownHostsFile: string
  readonly address: string
  readonly address6: string
  /** All its IPv4 addresses; the second exists only where the lab was asked for it. */
  readonly addresses: readonly string[]
  /** The address of the working name server. */
  readonly nameServer: string
  readonly #at: Addresses
  readonly #namesFile: string

  private constructor(plan: ClientPlan) {
    this.netns = plan.netns
    this.home = join(plan.scratch, 'home')
    this.keyFile = join(this.home, '.ssh/id_ed25519')
    this.configFile = join(this.home, '.ssh/config')
    this.knownHostsFile = join(this.home, '.ssh/known_hosts')
    this.address = plan.at.client[0]!
    this.address6 = plan.at.client6[0]!
    this.addresses = plan.at.client
    this.nameServer = plan.at.routerOfClient
    this.#at = plan.at
    this.#namesFile = namesFile(plan.scratch)
  }

  /** Makes the home with its key, and the files that stand in for this computer's own in /etc. */
  static async create(plan: ClientPlan): Promise<Client> {
    const client = new Client(plan)
    mkdirSync(join(client.home, '.ssh'), { recursive: true, mode: 0o700 })
    await must(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', 'alice@client', '-f', client.keyFile])
    // ssh takes ~ from the password file and not from $HOME, so every path is spelled out.
    const config = [
      `IdentityFile ${client.keyFile}`,
      `UserKnownHostsFile ${client.knownHostsFile}`,
      'GlobalKnownHostsFile /dev/null',
    ]
    writeFileSync(client.configFile, `${config.join('\n')}\n`, { mode: 0o600 })
    client.#knowHost(plan.root)
    const etc = join('/etc/netns', client.netns)
    mkdirSync(etc, { recursive: true })
    writeFileSync(join(etc, 'hosts'), '127.0.0.1 localhost\n::1 localhost\n')
    // This computer's own may name resolvers (resolve, myhostname) that would answer past ours.
    const nsswitch = readFileSync('/etc/nsswitch.conf', 'utf8').replace(/^hosts:.*$/m, 'hosts: files dns')
    writeFileSync(join(etc, 'nsswitch.conf'), nsswitch)
    client.setResolver(client.nameServer)
    return client
  }

  /** The key that machines authorise. */
  publicKey(): string {
    return readFileSync(`${this.keyFile}.pub`, 'utf8')
  }

  /** Gives addresses to a name: the lab's name server answers with them, for the client and for the machine. */
  addName(name: string, addresses: readonly string[]): void {
    appendFileSync(this.#namesFile, `${name} ${addresses.join(' ')}\n`)
    const keys = readFileSync(this.knownHostsFile, 'utf8').split('\n').filter(Boolean)
    const mine = keys
      .filter((line) => line.startsWith(`${this.#at.machine} `))
      .map((line) => line.replace(/^\S+/, name))
    appendFileSync(this.knownHostsFile, `${mine.join('\n')}\n`)
  }

  /** Which name server it asks. The addresses `nobody` and `nobody6` of the lab make a dead one. */
  setResolver(address: string, options = 'timeout:2 attempts:2'): void {
    writeFileSync(join('/etc/netns', this.netns, 'resolv.conf'), `nameserver ${address}\noptions ${options}\n`)
  }

  /** The beginning of an ssh command line to the machine. */
  sshArgs(user = 'alice', host = this.#at.machine): string[] {
    return ['-F', this.configFile, `${user}@${host}`]
  }

  /** Runs a command on the client's side, with its home and its view of names. */
  run(argv: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
    const { SSH_AUTH_SOCK: _agent, SSH_ASKPASS: _askpass, DISPLAY: _display, ...inherited } = process.env
    const env = { ...inherited, HOME: this.home, ...options.env }
    return command(['ip', 'netns', 'exec', this.netns, ...argv], { ...options, env })
  }

  /** Opens silent connections to the machine and keeps them, from the client's first address unless told otherwise. */
  hold(count: number, options: HoldOptions = {}): Promise<Holders> {
    return holdConnections(this.netns, this.#at.machine, count, { from: [this.address], ...options })
  }

  #knowHost(root: string): void {
    const etc = join(root, 'etc/ssh')
    const keys = readdirSync(etc).filter((name) => /^ssh_host_\w+_key\.pub$/.test(name))
    const lines = [this.#at.machine, this.#at.machine6].flatMap((address) =>
      keys.map((name) => `${address} ${readFileSync(join(etc, name), 'utf8').split(' ').slice(0, 2).join(' ')}`),
    )
    writeFileSync(this.knownHostsFile, `${lines.join('\n')}\n`)
    chmodSync(this.knownHostsFile, 0o600)
  }
}

/** The zone of a lab, read anew by its name server for each question. */
export function namesFile(scratch: string): string {
  return join(scratch, 'names')
}
