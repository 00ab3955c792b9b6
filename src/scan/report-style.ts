/** How the report looks: readable on a phone, light or dark as the device is set, black on white in print. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1a; --soft: #57564f; --paper: #fbfaf6; --card: #fff; --rule: #d8d5c9; --link: #0b3d91; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae2; --soft: #b3b0a4; --paper: #161614; --card: #20201d; --rule: #45433b; --link: #9dbdff; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.06rem/1.7 "Heiti SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
main, header, footer { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { margin: .5rem 0; font-size: 1.6rem; line-height: 1.3; }
h2 { margin: 0 0 .3rem; font-size: 1.15rem; line-height: 1.45; }
h3 { margin: .9rem 0 .2rem; font-size: 1rem; }
p { margin: .3rem 0; }
article { margin: 0 0 1.2rem; padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--rule); border-left: .4rem solid var(--rule); border-radius: .5rem; }
article.scam { border-left-color: #b3261e; }
article.suspicious { border-left-color: #b26a00; }
article.unverified { border-left-color: #77756b; }
article.consistent { border-left-color: #2457a6; }
.meta { color: var(--soft); font-size: .95rem; }
blockquote { margin: .6rem 0; padding: .6rem .9rem; border-left: .2rem solid var(--rule); white-space: pre-wrap; overflow-wrap: anywhere; }
ul, ol { margin: .2rem 0; padding-left: 1.4em; }
li { margin: .2rem 0; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
footer { color: var(--soft); font-size: .95rem; }
@media print {
  :root { --ink: #000; --soft: #333; --paper: #fff; --card: #fff; --rule: #999; --link: #000; }
  body { font-size: 11pt; line-height: 1.5; }
  main, header, footer { max-width: none; padding: 0; }
  article { break-inside: avoid; }
}
`.trim();
