/**
 * How a letter looks: A4, black on white, 12 pt and more. On a screen it is a sheet that also fits a phone. The box with
 * how to hand it in is not printed.
 */
export const LETTER_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: #e9e9e6; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: #111; font: 12.5pt/1.75 "Songti SC", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", serif; }
main { max-width: 210mm; margin: 0 auto; background: #fff; padding: 24mm 26mm 22mm; }
h1 { margin: 0 0 9mm; text-align: center; font-size: 19pt; line-height: 1.35; letter-spacing: .08em; text-wrap: balance; }
h2 { margin: 7mm 0 2mm; font-size: 13.5pt; line-height: 1.5; }
h1, h2, .addressee, dt { font-family: "Heiti SC", "SimHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", sans-serif; }
main:lang(en), main:lang(en) :is(h1, h2, dt, .addressee) { font-family: "Times New Roman", "Liberation Serif", "Songti SC", "SimSun", "Noto Serif CJK SC", serif; letter-spacing: 0; }
p { margin: 0 0 1.5mm; }
html:lang(zh) main > p { text-indent: 2em; }
html main > p.addressee { margin-bottom: 4mm; text-indent: 0; font-weight: 600; }
ol, ul { margin: 1.5mm 0 3mm; padding: 0; list-style-position: outside; }
ol { padding-left: 2em; }
ul.plain { padding-left: 1.4em; }
li { margin: 0 0 1.5mm; padding-left: .2em; }
ul.ticks { list-style: none; }
ul.ticks label { display: flex; gap: .6em; align-items: flex-start; }
ul.ticks input { appearance: none; -webkit-appearance: none; flex: none; width: 4.4mm; height: 4.4mm; margin: .42em 0 0; border: .35mm solid #111; border-radius: 0; background: #fff; }
ul.ticks input:checked { background: #fff linear-gradient(45deg, transparent 44%, #111 44% 56%, transparent 56%); }
ul.ticks input:checked::after { content: "✓"; display: block; font: 700 4.6mm/3.7mm sans-serif; text-align: center; }
dl { margin: 2.5mm 0 2mm; }
.field { display: flex; flex-wrap: wrap; gap: 0 .5em; margin: 0 0 1.5mm; }
.field dt { flex: none; max-width: 100%; font-weight: 400; }
.field dd { flex: 1 1 45%; min-width: 10em; margin: 0; overflow-wrap: anywhere; }
.blank { display: inline-block; min-width: 9em; min-height: 1.5em; line-height: 1.5; padding: 0 .2em; border-bottom: .3mm solid #111; vertical-align: baseline; text-indent: 0; }
dd > .blank { display: block; width: 100%; }
dd > .blank + .blank { margin-top: 2mm; }
.message { margin: 0 0 2mm; }
.message dd { margin: 0; }
.message pre { margin: 1mm 0 0; padding: 2.5mm 4mm; border: .3mm solid #111; font: inherit; line-height: 1.65; white-space: pre-wrap; overflow-wrap: anywhere; }
bdi { overflow-wrap: anywhere; }
.signature { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 4mm 10mm; margin-top: 14mm; }
.signature span.blank { min-width: 11em; }
aside, footer { max-width: 210mm; margin: 0 auto; padding: 5mm 26mm; font-family: "Heiti SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; font-size: 12pt; line-height: 1.7; }
aside { background: #f4f1e6; border-bottom: .5mm solid #b9ad86; }
aside h2 { margin: 0 0 2mm; font-size: 13pt; }
aside ul { margin: 0; padding-left: 1.3em; }
aside p, footer p { margin: 2mm 0 0; }
aside a { color: #0b3d91; }
aside button { padding: 2.5mm 6mm; border: 0; border-radius: 2mm; background: #0b3d91; color: #fff; font: inherit; font-weight: 600; }
footer { color: #444; }
.blank:focus, input:focus-visible { outline: .6mm solid #0b3d91; outline-offset: .4mm; }
@media screen and (max-width: 640px) {
  main, aside, footer { padding-left: 6vw; padding-right: 6vw; }
  main { padding-top: 10mm; }
  .field dd { flex-basis: 100%; }
}
@page { size: A4; margin: 22mm 25mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 10pt sans-serif; } }
@media print {
  html { background: #fff; }
  main { max-width: none; padding: 0; }
  aside, footer { display: none; }
  h1, h2, dt { break-after: avoid; }
  li, .field, .signature { break-inside: avoid; }
  p, pre { orphans: 3; widows: 3; }
  .message pre { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  p:has(+ ol) { break-after: avoid; }
  .signature { break-before: avoid; }
}
`.trim();
