import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const git = said({ by: 'git', level: 'fatal', source: 'git 2.50, connect.c, pkt-line.c' })
const github = said({
  by: 'git',
  level: 'error',
  step: 'auth',
  road: 'breaks',
  source: "GitHub's documentation, Troubleshooting SSH",
})
const gitlab = said({
  by: 'git',
  level: 'error',
  step: 'session',
  source: 'GitLab 18, lib/gitlab/git_access.rb; gitlab-shell',
})
const bitbucket = said({
  by: 'git',
  level: 'error',
  step: 'session',
  source: "Bitbucket's documentation, Troubleshoot SSH issues",
})

/** git, and what GitHub, GitLab, Bitbucket and Gitea say in place of a shell. ssh's own words stand in front of git's. */
export const ENTRIES: readonly Entry[] = [
  git(
    'git-could-not-read',
    /^fatal: Could not read from remote repository\.$/,
    'git got nothing over ssh; the lines in front say why.',
    { road: 'breaks', source: 'git 2.50, connect.c die_initial_contact' },
  ),
  git(
    'git-access-rights',
    /^(?:Please make sure you have the correct access rights|and the repository exists\.)$/,
    'The rest of the sentence in front.',
    { level: 'info', source: 'git 2.50, connect.c die_initial_contact' },
  ),
  git(
    'git-hung-up',
    /^fatal: [Tt]he remote end hung up (?:unexpectedly|upon initial contact)$/,
    'The connection ended before git was through.',
    { road: 'breaks' },
  ),
  git('git-early-eof', /^fatal: early EOF$/, 'The connection ended in the middle of the data.', {
    road: 'breaks',
    source: 'git 2.50, builtin/index-pack.c',
  }),
  git(
    'git-cannot-run-ssh',
    /^error: cannot run (?<program>\S{0,200}ssh\S{0,20}): (?<reason>.{1,100})$/,
    'git found no ssh to run.',
    { level: 'error', step: 'client', road: 'breaks', source: 'git 2.50, run-command.c', ends: is('config-unusable') },
  ),
  git('git-unable-to-fork', /^fatal: unable to fork$/, 'git could not start ssh; the line in front says why.', {
    step: 'client',
    road: 'breaks',
  }),
  git(
    'git-protocol-error',
    /^fatal: protocol error: (?<reason>.{1,200})$/,
    'Something else than git answered: a greeting of the login shell, mostly.',
    { step: 'session', road: 'breaks', ends: is('session-refused', { weak: true }) },
  ),
  git(
    'git-not-a-repository',
    /^fatal: '(?<path>.{1,300})' does not appear to be a git repository$/,
    'The login worked; there is no repository at this path.',
    { step: 'session', road: 'passes', source: 'git 2.50, path.c, upload-pack' },
  ),
  git('git-cloning', /^Cloning into (?:bare repository )?'.{1,300}'\.\.\.$/, 'git begins to clone.', {
    level: 'info',
    source: 'git 2.50, builtin/clone.c',
  }),
  git(
    'git-shell',
    /^fatal: (?:Interactive git shell is not enabled\.|unrecognized command '.{0,300}')$/,
    'The login worked; this account is for git alone.',
    { step: 'session', road: 'passes', source: 'git 2.50, shell.c' },
  ),
  git(
    'git-index-pack',
    /^(?:fatal: )?(?:index-pack failed|fetch-pack: invalid index-pack output)$/,
    'The connection ended in the middle of the data.',
    { step: 'session', source: 'git 2.50, fetch-pack.c' },
  ),
  git(
    'git-remote',
    /^remote: (?:Enumerating|Counting|Compressing) objects: .{1,100}$|^remote: Total \d{1,10}.{0,100}$|^Receiving objects: .{1,100}$/,
    'The login worked; git moves data.',
    { level: 'info', step: 'session', road: 'passes', source: 'git 2.50, progress.c, pack-objects' },
  ),

  github(
    'github-sha1',
    /^(?:ERROR: )?You're using an RSA key with SHA-1, which is no longer allowed\. Please use a newer client or a different key type\./,
    'GitHub refuses the signature: this client signs with SHA-1.',
    {
      message: 'client-signature-algorithm',
      source: "GitHub's blog, Improving Git protocol security on GitHub",
      ends: is('permission-denied'),
    },
  ),
  github(
    'github-dsa',
    /^(?:ERROR: )?You're using a DSA key, which is no longer (?:allowed|supported)\b/,
    'GitHub takes no DSA keys any more.',
    {
      message: 'client-signature-algorithm',
      source: "GitHub's blog, Improving Git protocol security on GitHub",
      ends: is('permission-denied'),
    },
  ),
  github(
    'github-repository-not-found',
    /^(?:remote: )?ERROR: Repository not found\.$/,
    'The login worked; there is no such repository, or this key may not see it.',
    { step: 'session', road: 'passes' },
  ),
  github(
    'github-permission',
    /^(?:remote: )?ERROR: Permission to (?<path>\S{1,200}) denied to (?<user>\S{1,200})\.$/,
    'The login worked; this key may not write there.',
    { step: 'session', road: 'passes' },
  ),
  github(
    'github-deploy-key',
    /^(?:remote: )?ERROR: The key you are authenticating with has been marked as read only\.$/,
    'The login worked; this deploy key may only read.',
    { step: 'session', road: 'passes' },
  ),
  github(
    'github-sso',
    /^(?:remote: )?ERROR: The '(?<path>[^']{1,200})' organization has enabled or enforced SAML SSO\./,
    'The login worked; the key has to be authorised for this organisation.',
    { step: 'session', road: 'passes' },
  ),
  github(
    'gitea-greeting',
    /^Hi there(?:, (?<user>\S{1,100}))?! You've successfully authenticated with the (?:key|deploy key) named .{1,200}, but (?:Gitea|Forgejo|Gogs) does not provide shell access\.$|^Hi there, You've successfully authenticated, but (?:Gitea|Gogs) does not provide shell access\.$/,
    'The login worked; this host gives no shell.',
    {
      level: 'info',
      step: 'session',
      road: 'passes',
      source: 'Gitea 1.24, cmd/serv.go; Forgejo 11',
    },
  ),
  github(
    'github-greeting',
    /^Hi (?<user>\S{1,60}) You've successfully authenticated/,
    'The login worked; a host of repositories gives no shell.',
    { level: 'info', step: 'session', road: 'passes', ends: is('session-closed', { weak: true }) },
  ),
  github(
    'azure-public-key',
    /^(?:remote: )?Public key authentication failed\.$/,
    'Azure DevOps does not know this key.',
    { source: "Azure DevOps' documentation, Use SSH key authentication", ends: is('permission-denied') },
  ),
  github('azure-shell', /^remote: Shell access is not supported\.$/, 'The login worked; Azure DevOps gives no shell.', {
    level: 'info',
    step: 'session',
    road: 'passes',
    source: "Azure DevOps' documentation, Use SSH key authentication",
  }),
  gitlab(
    'gitlab-welcome',
    /^Welcome to GitLab, @(?<user>[\w.-]{1,255})!$/,
    'The login worked; GitLab gives no shell.',
    { level: 'info', road: 'passes' },
  ),
  gitlab(
    'gitlab-not-found',
    /^(?:remote: )?ERROR: The project you were looking for could not be found(?: or you don't have permission to view it)?\.$/,
    'The login worked; there is no such project, or this key may not see it.',
    { road: 'passes' },
  ),
  gitlab(
    'gitlab-push',
    /^(?:remote: )?(?:ERROR|GitLab): (?:You are not allowed to (?:push|download|upload|force push) .{1,120}|This deploy key does not have write access to this project\.|Your account has been blocked\..{0,120}|You are not allowed to access .{1,120})$/,
    'The login worked; this key may not do that.',
    { road: 'passes' },
  ),
  gitlab(
    'gitlab-disallowed-command',
    /^(?:remote: )?(?:ERROR|GitLab|> GitLab): Disallowed command$|^Disallowed command$/,
    'The login worked; GitLab runs git alone.',
    { road: 'passes', source: 'gitlab-shell 14, internal/command/shared/disallowedcommand' },
  ),
  gitlab(
    'gitlab-internal-api',
    /^(?:remote: )?(?:ERROR|GitLab): (?:Internal API (?:error|unreachable)|Failed to get git username|API is not accessible).{0,120}$/,
    'GitLab itself is ill behind its sshd.',
    { road: 'breaks', source: 'gitlab-shell 14, internal/gitlabnet' },
  ),
  bitbucket(
    'bitbucket-greeting',
    /^(?:logged in as (?<user>\S{1,100})\.?|authenticated via (?:a )?(?:ssh|deploy|access) key\.?|You can use git(?: or hg)? to connect to Bitbucket\. Shell access is disabled\.?)$/i,
    'The login worked; Bitbucket gives no shell.',
    { level: 'info', road: 'passes' },
  ),
  bitbucket(
    'bitbucket-denied',
    /^(?:conq: )?repository (?:access denied|does not exist)\.(?: .{0,200})?$/,
    'The login worked; this key may not see the repository.',
    { road: 'passes' },
  ),
  bitbucket(
    'bitbucket-moved',
    /^fatal: remote error: .{1,300}$/,
    'The login worked; the host refused what git asked for.',
    { level: 'fatal', road: 'passes', source: 'git 2.50, pkt-line.c packet_reader_read' },
  ),
]
