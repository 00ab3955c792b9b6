/** The style of the page about the API; it stands at an address of its own because no style may stand inside a page. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: #16202a; --soft: #51606e; --paper: #fff; --line: #d9e0e6; --fill: #f3f6f8; --mark: #0b5c8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf1; --soft: #a5b3bf; --paper: #12181e; --line: #2d3944; --fill: #1a232c; --mark: #7cc4ef; } }
body { margin: 0 auto; max-width: 54rem; padding: 1.5rem 1rem 4rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; } h2 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
h3 { margin: 1.5rem 0 .25rem; font-size: 1.05rem; }
a { color: var(--mark); } code, pre { font: .92em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
h2 code { font-size: 1rem; overflow-wrap: anywhere; } .method { color: var(--mark); }
pre { overflow-x: auto; padding: .9rem 1rem; background: var(--fill); border: 1px solid var(--line); border-radius: .5rem; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; } .scroll { overflow-x: auto; }
th { text-align: left; color: var(--soft); font-weight: 600; } th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child { white-space: nowrap; } .soft { color: var(--soft); } nav ul { padding-left: 1.1rem; }
`;
