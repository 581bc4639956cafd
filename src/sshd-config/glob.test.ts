import { deepEqual, equal, ok } from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldersOf, globPaths } from './glob.ts'
import { fnmatch } from './fnmatch.ts'

// Every answer below is what glob(3) of glibc 2.36 gave for the same files (LC_ALL=C).
describe('Include finds files as glob(3) does', () => {
  const disk = foldersOf(
    ['10-a.conf', '9-b.conf', 'Z.conf', 'a.conf', 'ä.conf', '.hidden.conf', '[x].conf', 'b.conf/inner', '],.conf'].map(
      (name) => `/d/${name}`,
    ),
  )
  const finds = (pattern: string, names: string[]) => deepEqual(globPaths(pattern, disk), names, pattern)

  test('in the order of bytes, hidden ones only when named', () => {
    finds('/d/*.conf', [
      '/d/10-a.conf',
      '/d/9-b.conf',
      '/d/Z.conf',
      '/d/[x].conf',
      '/d/],.conf',
      '/d/a.conf',
      '/d/b.conf',
      '/d/ä.conf',
    ])
    finds('/d/.*.conf', ['/d/.hidden.conf'])
    finds('/d/.*', ['/d/.', '/d/..', '/d/.hidden.conf'])
  })

  test('doubled slashes and dots stay in the names', () => {
    finds('/d//a.conf', ['/d//a.conf'])
    finds('//d/.//[a]*', ['//d/.//a.conf'])
  })

  test('a slash at the end wants a folder', () => {
    finds('/d/*.conf/', ['/d/b.conf/'])
    finds('/d/*/inner', ['/d/b.conf/inner'])
    finds('/d/a.conf/x', [])
  })

  test('brackets that never close are letters, braces always', () => {
    finds('/d/[x', [])
    finds('/d/{10,9}*', [])
    finds('/d/\\[x].conf', ['/d/[x].conf'])
    finds('/d/[]]*', ['/d/],.conf'])
    finds('/d/[\\]]*', ['/d/],.conf'])
  })

  test('one byte, not one letter', () => {
    ok(!fnmatch('?.conf')('ä.conf'))
    ok(fnmatch('??.conf')('ä.conf'))
  })

  test('classes', () => {
    finds('/d/[[:digit:]]*', ['/d/10-a.conf', '/d/9-b.conf'])
    finds('/d/[[:upper:]]*', ['/d/Z.conf'])
    finds('/d/[[.a.]]*', ['/d/a.conf'])
    equal(fnmatch('[[:nonsense:]]*')('a'), false)
    ok(fnmatch('[!a-c]?')('dz'))
  })
})
