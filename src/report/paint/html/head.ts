import { html } from './template.ts'

/** What stands at the head of every page of ours: nothing is fetched, nothing runs, nothing is told to where a link leads. */
export const pageHead = (title: string) => html`
  <meta charset="utf-8" />
  <meta
    http-equiv="Content-Security-Policy"
    content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
  />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="referrer" content="no-referrer" />
  <meta name="color-scheme" content="light dark" />
  <link rel="icon" href="data:," />
  <title>${title} – sshmedic</title>
`
