/** How the page looks: light or dark as the reader's system, and on a phone in one column. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --text: #1b1f24; --quiet: #57606a; --line: #d0d7de;
  --panel: #f6f8fa; --link: #0550ae; --good: #116329; --good-ground: #dafbe1; --bad: #a40e26;
  --bad-ground: #ffebe9; --warn: #7d4e00; --warn-ground: #fff8c5; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1117; --text: #e6edf3; --quiet: #9da7b3; --line: #3d444d; --panel: #161b22;
    --link: #79b8ff; --good: #7ee787; --good-ground: #12361f; --bad: #ffa198; --bad-ground: #49151b;
    --warn: #e3b341; --warn-ground: #3b2e0a; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body { margin: 0; overflow-wrap: anywhere; background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
.wrap { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
header.top { padding-top: 1.5rem; padding-bottom: 0.5rem; }
h1 { font-size: 1.7rem; margin: 0; line-height: 1.25; }
h2 { font-size: 1.4rem; margin: 2.5rem 0 0.5rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
h3 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem; }
.part h3, .refutation h3 { font-size: 0.85rem; margin: 0 0 0.2rem; color: var(--quiet); font-weight: 600; }
p { margin: 0.5rem 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code, pre, textarea { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: 0.88em; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 0.75rem;
  white-space: pre-wrap; font-size: 0.82rem; line-height: 1.45; margin: 0.5rem 0; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.5rem; z-index: 2; }
nav { position: sticky; top: 0; background: var(--ground); border-bottom: 1px solid var(--line); z-index: 1; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0.6rem 0; }
.quiet, .source { color: var(--quiet); font-size: 0.9rem; }
.note { background: var(--warn-ground); border-radius: 6px; padding: 0.5rem 0.75rem; }
.tools { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; margin: 0.75rem 0; }
label > span { display: block; font-size: 0.85rem; color: var(--quiet); }
label.box { display: block; margin: 0.5rem 0; }
input, select, textarea, button { font: inherit; color: inherit; background: var(--ground); max-width: 100%;
  border: 1px solid var(--line); border-radius: 6px; padding: 0.35rem 0.5rem; }
input[type="checkbox"] { width: 1.1rem; height: 1.1rem; vertical-align: -0.15rem; }
input[type="search"] { width: 18rem; }
input[type="file"] { width: 100%; }
textarea { width: 100%; font-size: 0.8rem; }
button { background: var(--panel); cursor: pointer; padding: 0.4rem 0.9rem; }
button.main { background: var(--link); color: var(--ground); border-color: var(--link); font-weight: 600; }
button:disabled { opacity: 0.5; cursor: default; }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0.75rem 0; padding: 0.5rem 0.9rem 0.9rem;
  min-width: 0; }
legend { font-weight: 600; padding: 0 0.3rem; }
fieldset > label, #drop { display: block; margin: 0.5rem 0; }
.parameters { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; }
.parameters > div { max-width: 100%; }
.needed { display: inline; }
body.dropping #drop { outline: 3px dashed var(--link); outline-offset: 4px; }
details { border-top: 1px solid var(--line); }
#claim-list, .entries { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; padding: 0.55rem 0; }
details[open] > summary { font-weight: 600; }
details > :not(summary) { margin-left: 1.1rem; }
details:target > summary { background: var(--panel); }
.part { margin-top: 0.9rem; margin-bottom: 0.9rem; }
.part p, .part ul { margin: 0; }
ul { padding-left: 1.2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0.5rem 0; }
dt { color: var(--quiet); } dd { margin: 0; }
#meanings { margin-top: 1.5rem; } #meanings dl { display: block; } #meanings dt { color: inherit; margin-top: 0.75rem; }
.refutation { border-left: 4px solid var(--warn); padding-left: 0.75rem; margin-top: 0.9rem; margin-bottom: 0.9rem; }
.badges { display: inline-flex; flex-wrap: wrap; gap: 0.3rem; margin-left: 0.4rem; vertical-align: middle; }
.badge { font-size: 0.75rem; font-weight: 400; border: 1px solid var(--line); border-radius: 999px;
  padding: 0.05rem 0.55rem; }
.badge.kind { border-style: dashed; color: var(--quiet); }
.badge.none { background: var(--panel); color: var(--quiet); }
.badge.proved, .accepted strong { background: var(--good-ground); color: var(--good); border-color: var(--good); }
.badge.failed, .rejected strong, .failed { background: var(--bad-ground); color: var(--bad); border-color: var(--bad); }
.badge.refuted { background: var(--warn-ground); color: var(--warn); border-color: var(--warn); }
#results { padding-left: 1.8rem; } #results li { margin: 0.6rem 0; }
#results strong { padding: 0.05rem 0.4rem; border-radius: 4px; }
#results p { margin: 0.1rem 0; }
progress { width: 100%; }
figure { margin: 1.5rem 0 2.5rem; }
figure[aria-busy] .plot { opacity: 0.5; }
.refusal { color: var(--bad); margin: 0; flex-basis: 100%; } .refusal:empty { display: none; }
.files button { padding: 0 0.4rem; font-size: 0.9rem; }
.plot { background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem; overflow-x: auto; }
.plot svg { display: block; margin: 0 auto; }
.plot svg { max-height: 46rem; }
.plot svg .told, .plot svg .node, .plot svg .edge { cursor: pointer; }
.plot svg .current { stroke: #000; stroke-width: 2.5px; stroke-opacity: 1; }
.plot.wide { max-height: 40rem; overflow-y: auto; } .plot.wide svg { max-height: none; }
.plot svg a.current rect { stroke: #000; stroke-width: 3px; }
.plot svg .node.current polygon, .plot svg .node.current path { stroke: #000; stroke-width: 2.5px; }
p.told { min-height: 1.6rem; font-size: 0.9rem; max-height: 9rem; overflow-y: auto; }
[hidden] { display: none !important; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding: 1rem 0 3rem; }
@media (min-width: 40rem) { .plot svg { max-width: 100%; height: auto; } }
@media (max-width: 40rem) {
  h1 { font-size: 1.35rem; } .wrap { padding: 0 0.8rem; }
  details > :not(summary) { margin-left: 0.3rem; }
  .tools > label, input[type="search"] { width: 100%; }
  dl { display: block; } dt { margin-top: 0.4rem; }
  nav ul { gap: 0.25rem 0.9rem; font-size: 0.92rem; }
  .badges { margin-left: 0; display: flex; margin-top: 0.3rem; }
}
@media print { nav, #check form, .tools { display: none; } }
`;
