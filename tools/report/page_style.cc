#include "tools/report/page_style.h"

namespace laio {

// Text on background has a contrast of at least 4.5 in both schemes.
const char *const kPageStyle = R"css(
:root {
  --text: #1b1f24; --back: #ffffff; --quiet: #57606a; --line: #8c959f;
  --panel: #f3f5f7; --good: #116329; --bad: #b3151d; --warn: #7a4a00;
  --link: #0550ae; --added: #e2f5e5; --removed: #fde8e6; --note: #fff4d6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6eaef; --back: #14181d; --quiet: #a3adb8; --line: #6b7681;
    --panel: #1f252c; --good: #6fd98a; --bad: #ff9a92; --warn: #e9bd63;
    --link: #86bdff; --added: #15361f; --removed: #44201f; --note: #3a2f12;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1rem; max-width: 72rem; color: var(--text);
  background: var(--back); font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem;
  border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.75rem 0 0.5rem; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap;
  gap: 0.25rem 1rem; }
nav a { display: inline-block; padding: 0.25rem 0; }
.headline { font-size: 1.15rem; font-weight: 600; margin: 0.5rem 0;
  padding: 0.75rem 1rem; background: var(--panel);
  border-left: 0.5rem solid var(--line); }
.headline.bad { border-left-color: var(--bad); }
.headline.good { border-left-color: var(--good); }
.quiet { color: var(--quiet); }
.bad { color: var(--bad); }
.good { color: var(--good); }
.warn { color: var(--warn); }
.headline.bad, .headline.good { color: var(--text); }
.mark { font-weight: 700; }
dl { display: grid; grid-template-columns: 1fr; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0 0 0.5rem; }
code, pre, .code { font-family: ui-monospace, "DejaVu Sans Mono", monospace;
  font-size: 0.875rem; }
pre { white-space: pre-wrap; background: var(--panel); padding: 0.75rem;
  margin: 0.5rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--quiet); padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem;
  border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
td.code { overflow-wrap: anywhere; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums;
  white-space: nowrap; }
th.name { font-weight: 400; min-width: 8rem; }
.diff { border: 1px solid var(--line); }
.diff td { border: 0; padding: 0 0.5rem; white-space: pre-wrap; tab-size: 8; }
.diff td.number { color: var(--quiet); padding: 0 0.35rem; width: 1%; }
.diff tr.added td { background: var(--added); }
.diff tr.removed td { background: var(--removed); }
.diff tr.file td, .diff tr.hunk td { background: var(--panel);
  font-weight: 600; }
.diff tr.note td { background: var(--note); white-space: pre-line;
  font-family: system-ui, sans-serif; font-size: 0.9rem;
  padding: 0.35rem 0.75rem; border-left: 0.35rem solid var(--warn); }
.chart td, .chart th { border: 0; padding: 0.1rem 0.5rem; }
.chart .step { width: 3rem; }
.chart .lanes { position: relative; width: 150px; min-width: 150px;
  padding: 0; }
.chart .lanes svg { position: absolute; left: 0; top: 0; width: 150px;
  height: 100%; }
.chart th.lanes { height: 1.6rem; }
.chart tr.broken td { background: var(--removed); font-weight: 600; }
svg text { fill: var(--text); font-family: system-ui, sans-serif; }
svg .life { stroke: var(--line); stroke-width: 1; }
svg .arrow { stroke: var(--text); stroke-width: 1.5; fill: none; }
svg .head { fill: var(--text); }
svg .axis { stroke: var(--line); stroke-width: 1; }
svg .even { stroke: var(--text); stroke-width: 1; stroke-dasharray: 4 3; }
svg .run { fill: none; stroke: var(--link); stroke-width: 1.5; }
svg .median { stroke: var(--text); stroke-width: 3; }
svg .span { stroke: var(--link); stroke-width: 2; }
.plot { max-width: 30rem; margin: 1rem 0; }
.plot svg { width: 100%; height: auto; display: block; }
figure { margin: 0.75rem 0; }
figcaption { color: var(--quiet); }
details { margin: 0.5rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; }
footer { margin-top: 3rem; color: var(--quiet); }
@media (min-width: 40rem) {
  body { padding: 1.5rem 2rem; }
  dl { grid-template-columns: 9rem 1fr; gap: 0 1rem; }
}
@media (max-width: 40rem) {
  th, td { padding: 0.25rem 0.35rem; }
  .chart .lanes, .chart .lanes svg { width: 128px; min-width: 128px; }
  .diff td.number { display: none; }
  .verdicts, .verdicts caption, .verdicts tbody, .verdicts tr {
    display: block; }
  .verdicts thead { position: absolute; clip-path: inset(50%); }
  .verdicts tr { border-bottom: 1px solid var(--line); padding: 0.35rem 0; }
  .verdicts th, .verdicts td { border: 0; padding: 0 0.35rem 0 0; }
  .verdicts tbody th { display: block; }
  .verdicts td { display: inline-block; }
  .verdicts td[data-label="change"] { display: block; }
  .verdicts td::before { content: attr(data-label) ": ";
    color: var(--quiet); }
}
@media print {
  :root { --text: #000000; --back: #ffffff; --quiet: #333333;
    --line: #777777; --panel: #ffffff; --good: #000000; --bad: #000000;
    --warn: #000000; --link: #000000; --added: #ffffff; --removed: #ffffff;
    --note: #ffffff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip { display: none; }
  h2, h3 { break-after: avoid; }
  tr, figure.plot { break-inside: avoid; }
  .scroll { overflow: visible; }
  .chart tr.broken td { border: 1px solid #000000; }
}
)css";

}  // namespace laio
