import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'

const ROOT = resolve(import.meta.dirname, '../..')
const PAGES = ['openssh.md', 'causes.md'] as const

interface Section {
  title: string
  rows: ReadonlySet<string>
}

interface Place {
  section: string
  row?: string
}

interface Citation extends Place {
  page: string
  line: number
}

/** The sections of a page by number; a row is a line of a table or of a list that begins with its number. */
function sectionsOf(text: string): Map<string, Section> {
  const sections = new Map<string, Section>()
  let rows = new Set<string>()
  for (const line of text.split('\n')) {
    const heading = /^#{2,4} (\d+(?:\.\d+)*)\.? (.*)/.exec(line)
    if (heading !== null) {
      assert.ok(!sections.has(heading[1]!), `section ${heading[1]} stands twice; do this: give one a new number`)
      rows = new Set()
      sections.set(heading[1]!, { title: heading[2]!, rows })
    }
    const row = /^\| (\d+) \|/.exec(line) ?? /^(\d+)\. /.exec(line)
    if (row !== null) rows.add(row[1]!)
  }
  return sections
}

/** What a text cites: `openssh.md 4.2 #12 and #7, 4.3` are three places. A page named without a number is no citation. */
function citationsIn(text: string): Citation[] {
  return [...text.matchAll(/\b(openssh|causes)\.md`?/g)].flatMap((match) => {
    const end = match.index + match[0].length
    // A comment goes on behind the margin of its next line.
    const rest = text.slice(end, end + 200).replaceAll(/\s*\n\s*(?:\*|\/\/|>)?\s*/g, ' ')
    const line = text.slice(0, match.index).split('\n').length
    return placesAt(rest).map((place) => ({ page: `${match[1]}.md`, line, ...place }))
  })
}

function placesAt(rest: string): Place[] {
  const places: Place[] = []
  const item = /(?:^ |, and |, | and | )(?:(\d+(?:\.\d+)*)(?![\d.]*[\w%])|#(\d+))/y
  let section: string | undefined
  for (let found = item.exec(rest); found !== null; found = item.exec(rest)) {
    const row = found[2]
    section = found[1] ?? section
    if (section === undefined) break
    const last = places.at(-1)
    if (row !== undefined && last?.section === section && last.row === undefined) last.row = row
    else places.push({ section, ...(row !== undefined && { row }) })
  }
  const unnumbered = /^ (?:phase|part|chapter|section|§) ?[\d.]*/.exec(rest)
  return unnumbered === null ? places : [{ section: unnumbered[0].trim() }]
}

const pages = new Map(
  PAGES.map((page) => [page as string, sectionsOf(readFileSync(resolve(ROOT, 'docs', page), 'utf8'))]),
)

function whyNot({ page, section, row }: Citation): string | undefined {
  const found = pages.get(page)?.get(section)
  if (found === undefined) return `docs/${page} has no section ${section}`
  if (row !== undefined && !found.rows.has(row)) return `section ${section} of docs/${page} has no row ${row}`
  return undefined
}

const files = globSync(['{src,lab,test,bench,schema,docs}/**/*.{ts,as,md,json}', '*.md'], { cwd: ROOT }).filter(
  (file) => !file.endsWith('citations.test.ts'),
)

test('each citation of openssh.md and causes.md leads to a section, and to a row where it names one', () => {
  let count = 0
  for (const file of files)
    for (const citation of citationsIn(readFileSync(resolve(ROOT, file), 'utf8'))) {
      count++
      const why = whyNot(citation)
      assert.equal(
        why,
        undefined,
        `${file}:${citation.line} cites what is not there: ${why}; do this: write the number of the section that says it, or add the section or row to docs/${citation.page}`,
      )
    }
  assert.ok(count > 150, `only ${count} citations were found; do this: see why citationsIn reads so few`)
})

test('each section stands in the table of contents of its page, and each line of that table leads to a section', () => {
  for (const [page, sections] of pages) {
    const text = readFileSync(resolve(ROOT, 'docs', page), 'utf8')
    const listed = [...text.matchAll(/^ *- \[(\d+(?:\.\d+)*)\.? ([^\]]*)\]\(#([^)]*)\)$/gm)]
    const headings = [...sections].map(([number, { title }]) => `${number} ${title}`)
    assert.deepEqual(
      listed.map(([, number, title]) => `${number} ${title}`),
      headings,
      `the contents of docs/${page} and its headings differ; do this: write the heading's line into Contents`,
    )
    for (const [line, number, title, anchor] of listed)
      assert.equal(
        anchor,
        `${number} ${title}`
          .toLowerCase()
          .replaceAll(/[^\w\- ]/g, '')
          .replaceAll(' ', '-'),
        `${line} leads nowhere; do this: write the anchor that GitHub makes of the heading`,
      )
  }
})

test('what a page calls section N is one of its own', () => {
  for (const [page, sections] of pages)
    for (const [said, number] of readFileSync(resolve(ROOT, 'docs', page), 'utf8').matchAll(
      /\bsection (\d+(?:\.\d+)*)/g,
    ))
      assert.ok(sections.has(number!), `docs/${page} says ${said}; do this: write the number of a section that exists`)
})

test('citations are read across commas, ands and the ends of lines', () => {
  const places = (text: string): string[] =>
    citationsIn(text).map(({ page, section, row }) => `${page} ${section}${row === undefined ? '' : ` #${row}`}`)
  assert.deepEqual(places("sources: ['openssh.md 3.1, 4.2 #15']"), ['openssh.md 3.1', 'openssh.md 4.2 #15'])
  assert.deepEqual(places('(openssh.md 0 #1, 7 #3 and\n#11)'), [
    'openssh.md 0 #1',
    'openssh.md 7 #3',
    'openssh.md 7 #11',
  ])
  assert.deepEqual(places(' * (openssh.md\n * 4.4 #68, and 7 #7 against it)'), [
    'openssh.md 4.4 #68',
    'openssh.md 7 #7',
  ])
  assert.deepEqual(places('causes.md 3.5: 20 of the silent closes'), ['causes.md 3.5'])
  assert.deepEqual(places('openssh.md 4.2 #12, #7).'), ['openssh.md 4.2 #12', 'openssh.md 4.2 #7'])
  assert.deepEqual(places('as openssh.md has it'), [])
  assert.deepEqual(places('causes.md phase 5'), ['causes.md phase 5'])
  assert.equal(whyNot(citationsIn('openssh.md 4.2 #99')[0]!), 'section 4.2 of docs/openssh.md has no row 99')
  assert.equal(whyNot(citationsIn('causes.md 9.9')[0]!), 'docs/causes.md has no section 9.9')
})
