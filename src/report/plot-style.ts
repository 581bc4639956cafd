import { html } from './html-template.ts'

/** What every picture of ours that has axes looks like; a page adds what its own marks mean. */
export const plotStyle = html`<style>
  .plot {
    display: block;
    width: 100%;
    height: auto;
  }
  .plot text {
    font-size: 11px;
    fill: var(--muted);
  }
  .plot .axis {
    stroke: var(--line);
  }
</style>`
