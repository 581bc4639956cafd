/** How the page looks: calm, in daylight and in the dark, on paper and on a telephone. */

import { html } from './template.ts'

/** Every text colour stands at 4.5 : 1 or better on every ground it is used on; a test counts. */
export const PALETTES = {
  light: {
    ground: '#f7f7f5',
    panel: '#ffffff',
    ink: '#1c2126',
    muted: '#56606b',
    line: '#d9dde1',
    ok: '#1b7434',
    fail: '#b3261e',
    warn: '#855300',
    accent: '#1f5fa8',
    soft: '#e6edf5',
  },
  dark: {
    ground: '#14171a',
    panel: '#1c2024',
    ink: '#e4e7ea',
    muted: '#a4aeb8',
    line: '#363d44',
    ok: '#6fce8b',
    fail: '#ff9188',
    warn: '#e7b65a',
    accent: '#86bcf5',
    soft: '#263240',
  },
} as const

const variables = (palette: Readonly<Record<string, string>>) =>
  Object.entries(palette).map(([name, value]) => html`--${name}:${value};`)

export const style = html`<style>
  :root{color-scheme:light dark;${variables(PALETTES.light)}}
  @media (prefers-color-scheme:dark){:root{${variables(PALETTES.dark)}}}
  *{box-sizing:border-box}
  body{margin:0;background:var(--ground);color:var(--ink);line-height:1.5;
   font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
  header,main,footer{max-width:58rem;margin:0 auto;padding:0 1.25rem}
  header{padding-top:2rem}
  h1{font-size:1.6rem;line-height:1.25;margin:.4rem 0 .5rem;font-weight:650;letter-spacing:-.01em}
  h2{font-size:1.05rem;margin:0 0 .75rem;font-weight:650}
  h3{font-size:1rem;margin:0;font-weight:600}
  p{margin:0 0 .75rem}
  .where{font:600 1rem/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;margin:0}
  .meta,.id,.quiet{color:var(--muted);font-size:.875rem}
  h2.quiet,b .quiet{font-size:inherit}
  code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
  .id{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-weight:400}
  .verdict{display:inline-block;border:1.5px solid currentColor;border-radius:1rem;padding:.05rem .7rem;
   font-size:.875rem;font-weight:650}
  .answer{font-size:1.1rem;margin:.25rem 0 1rem}
  .answer b{font-variant-numeric:tabular-nums}
  section{background:var(--panel);border:1px solid var(--line);border-radius:.6rem;padding:1.1rem 1.25rem;margin:1rem 0}
  section.act{border-left:.3rem solid var(--accent)}
  section>:last-child,li>:last-child,td>:last-child{margin-bottom:0}
  pre{margin:.5rem 0 0;padding:.7rem .85rem;background:var(--ground);border:1px solid var(--line);border-radius:.4rem;
   font:.875rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-x:auto;
   white-space:pre-wrap;overflow-wrap:anywhere}
  pre.command{-webkit-user-select:all;user-select:all}
  pre .quiet{font-size:inherit}
  pre.instead::before{content:'→ ';color:var(--muted)}
  .good{color:var(--ok)}.bad{color:var(--fail)}.warn{color:var(--warn)}
  table{border-collapse:collapse;width:100%;font-size:.9375rem}
  th,td{text-align:left;vertical-align:top;padding:.35rem .9rem .35rem 0;border-top:1px solid var(--line)}
  thead th{color:var(--muted);font-size:.8125rem;font-weight:600;border-top:0}
  tbody th{font-weight:600}tbody th .quiet{font-weight:400}
  .steps tbody th{width:7rem;min-width:4.9rem}.steps td.state{width:7rem}.steps td.number{width:5rem}
  .weights td:first-child,.weights thead th{width:1%;white-space:nowrap}.weights th:last-child{width:auto}
  .timing tbody th{min-width:9rem}
  td.number,th.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
  td.state{white-space:nowrap;font-weight:600}
  .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
  .road{display:block;width:100%;height:auto;margin:0 0 .75rem}
  .road text{font-size:11px;text-anchor:middle;fill:var(--ink)}
  .road text.word{font-size:9px;fill:currentColor}
  .road circle{fill:var(--panel);stroke:currentColor;stroke-width:2}
  .road .way{stroke:var(--ok);stroke-width:2}
  .road .way.cut{stroke:var(--muted);stroke-dasharray:2 4}
  .road .glyph{fill:none;stroke:currentColor;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
  ol.causes{list-style:none;margin:0;padding:0}
  ol.causes>li{padding:.9rem 0;border-top:1px solid var(--line)}
  ol.causes>li:first-child{border-top:0;padding-top:0}
  ol.causes>li:last-child{padding-bottom:0}
  .cause{display:grid;grid-template-columns:4.2rem 1fr;column-gap:.9rem;align-items:baseline}
  .cause .percent{font-weight:650;font-variant-numeric:tabular-nums;text-align:right;font-size:1.15rem;
   white-space:nowrap}
  .bar{display:block;width:100%;height:.45rem;margin:.4rem 0 .3rem;grid-column:2}
  .bar .rail{fill:var(--soft)}.bar .fill{fill:var(--accent)}
  .cause table,.cause .behind{grid-column:2;margin:.25rem 0 0}
  .for{color:var(--ink)}.against{color:var(--muted)}
  .lane{display:block;width:100%;height:.8rem;margin:.35rem 0;min-width:7rem}
  .lane .rail{fill:var(--ground)}
  .lane .even{fill:var(--accent)}.lane .odd{fill:var(--ok)}.lane .vain{fill:var(--fail)}
  .timing td.picture{width:45%}
  ul{margin:0;padding-left:1.2rem}li{margin:.2rem 0}ol.causes li{margin:0}
  details{border-top:1px solid var(--line);padding:.45rem 0}
  details:first-of-type{border-top:0}
  summary{cursor:pointer}
  summary:focus-visible,pre:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
  .others{margin:.8rem 0 0}
  li.apart{margin:.9rem 0}li>p{margin:.2rem 0 .4rem}
  section>.note{margin-top:.75rem}
  section>details{border-top:1px solid var(--line);margin-top:.5rem}
  td.strong{font-weight:650}td.whole{white-space:nowrap}
  tr.beneath td{border-top:0;padding:0 0 .35rem 1.25rem}tr.beneath p{margin:.15rem 0}
  li ul:not(.dash){list-style:none;padding-left:.25rem}
  .scroll th,.scroll td{overflow-wrap:break-word}.scroll td code,tr.beneath td{overflow-wrap:anywhere}
  .scroll{overflow-x:auto}
  figure{margin:0}.curve .lane-label{margin-bottom:.6rem}
  figcaption{margin-top:.5rem}
  .lane-label{margin:.35rem 0 .1rem;font-size:.875rem;font-weight:600}.lane-label .quiet{font-weight:400}
  .bars{display:block;width:100%;height:3.6rem;border-bottom:1px solid var(--line)}
  .bars path{fill:currentColor}.bars .shaded{fill:var(--fail);opacity:.14}
  .ticks{display:flex;justify-content:space-between;color:var(--muted);font-size:.8125rem;margin-top:.25rem}
  .plot .ticks span{flex:1}
  .graph{display:grid;grid-template-columns:auto 1fr;column-gap:.5rem}
  .graph svg{display:block;width:100%;height:13rem;overflow:visible}
  .graph .scale{display:flex;flex-direction:column;justify-content:space-between;text-align:right;
   color:var(--muted);font-size:.8125rem;line-height:1;margin:-.4rem 0}
  .graph .ticks,.graph .axis-label{grid-column:2}
  .axis-label{margin:.1rem 0 0;text-align:center;color:var(--muted);font-size:.8125rem}
  .graph .axis{stroke:var(--line);vector-effect:non-scaling-stroke}
  .graph .line{fill:none;stroke:var(--fail);stroke-width:2;vector-effect:non-scaling-stroke}
  .graph .often{fill:var(--accent);opacity:.4}
  .swatch{display:inline-block;width:.8rem;height:.8rem;background:var(--accent);opacity:.4;vertical-align:-.05rem}
  footer{padding-bottom:2.5rem}
  @media (max-width:40rem){
   header,main,footer{padding-left:.8rem;padding-right:.8rem}
   header{padding-top:1.2rem}section{padding:.9rem .9rem}h1{font-size:1.35rem}
   .cause{grid-template-columns:1fr}.cause .percent{text-align:left}
   .bar,.cause table,.cause .behind{grid-column:1}
   .steps tbody th,.steps td.state,.steps td.number{width:auto}.steps th,.steps td{padding-right:.6rem}
   .timing thead,.stacks thead{display:none}
   .stacks tr{display:block;border-top:1px solid var(--line);padding:.35rem 0}.stacks tr.beneath{border:0;padding:0}
   .stacks th,.stacks td{display:inline;border:0;padding:0 .4rem 0 0}.stacks td.down,.stacks tr.beneath td{display:block}
   .stacks td:empty{display:none}
   .timing tr{display:block;border-top:1px solid var(--line);padding:.5rem 0}
   .timing tbody tr:first-child{border-top:0}
   .timing th,.timing td,.timing td.picture{display:block;width:100%;border:0;padding:.1rem 0}
  }
  @media print{
   :root{color-scheme:light;${variables(PALETTES.light)}--ground:#ffffff}
   body{font-size:10.5pt}header,main,footer{max-width:none;padding:0}
   section,ol.causes>li{break-inside:avoid}section.appendix details{display:none}
   *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
  }
</style>`
