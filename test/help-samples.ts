import { readDataFiles } from '../src/data-files.js';
import { compileSnapshot } from '../src/registry/compile.js';
import type { DataFile } from '../src/registry/read-records.js';
import { createRegistry } from '../src/registry/registry.js';
import type { Snapshot } from '../src/registry/snapshot.js';
import type { Registry } from '../src/registry/types.js';

const SOURCES = `sources:
  tip: { title: 样例提示, publisher: 样例法院, kind: official, seen: "2026-11-20" }
  leak: { title: 内部旁证, kind: code, shown: false, seen: "2026-11-20" }
checked: "2026-11-21"
`;

/** A guide over the real rules and public lines: numbers, rules, sources, words to copy, texts to read next. */
export const GUIDE: DataFile = {
  path: 'data/help/sample-guide.yaml',
  text: `id: sample-guide
for: relative
title: { zh: 样例：先做什么, en: "Sample: what to do first" }
lead:
  - { zh: "先别急，可以打 {line:12348} 问。", en: "Take your time; you may ask {line:12348}." }
sections:
  - title: { zh: 一步一步, en: Step by step }
    ordered: true
    points:
      - text: { zh: 不要回“我来还”。, en: "Do not answer “I will pay”." }
        rules: [cc-552]
      - text: { zh: "被威胁就打 {line:110}。", en: "If you are threatened, call {line:110}." }
        sources: [tip]
  - title: { zh: 还要知道, en: Also good to know }
    points:
      - text: { zh: 把短信截图留着。, en: Keep a screenshot of the message. }
        rules: [cc-552, cc-1032]
        sources: [tip]
      - text: { zh: 先缓一天再说。, en: Sleep on it. }
        sources: [leak]
copy:
  - label: { zh: 可以这样回, en: You may answer }
    text:
      zh: "我不是借款人，请不要再联系我。\\n再骚扰我会打 {line:12378} 投诉。"
      en: "I am not the borrower; do not contact me again.\\nI will complain to {line:12378}."
search:
  aliases: { zh: [亲戚借钱短信发到我这里, 别人欠债为什么找我], en: [they text me about my cousin's loan] }
  keywords: { zh: [样例], en: [sample] }
next: [sample-interview, sample-question]
${SOURCES}`,
};

/** An interview of two questions and three answers. */
export const INTERVIEW: DataFile = {
  path: 'data/interviews/sample-interview.yaml',
  text: `id: sample-interview
for: anyone
title: { zh: 样例：我要还吗, en: "Sample: do I owe it?" }
questions:
  - id: signed
    ask: { zh: 您签过字吗？, en: Did you sign anything? }
    choices:
      - { id: "yes", label: { zh: 签过, en: I did }, answer: owes }
      - { id: "no", label: { zh: 没有, en: I did not } }
  - id: heir
    ask: { zh: 您继承了他的遗产吗？, en: Did you inherit from the borrower? }
    choices:
      - { id: "yes", label: { zh: 继承了, en: I did }, answer: inherits }
      - { id: "no", label: { zh: 没有, en: I did not } }
answers:
  owes:
    title: { zh: 签过字就可能要还, en: You may owe it }
    sections:
      - title: { zh: 怎么办, en: What to do }
        points: [{ text: { zh: 找出签过的合同。, en: Find what you signed. } }]
    next: [sample-guide]
  inherits:
    title: { zh: 以遗产为限, en: Up to what you inherited }
    sections:
      - title: { zh: 怎么办, en: What to do }
        points: [{ text: { zh: 先问清楚数目。, en: Ask for the sum first. } }]
  free:
    title: { zh: 一般不用您还, en: You generally owe nothing }
    sections:
      - title: { zh: 怎么办, en: What to do }
        points: [{ text: { zh: 不用回短信。, en: You need not answer. }, rules: [cc-465] }]
otherwise: free
search:
  aliases: { zh: [该不该我还], en: [is it my debt] }
  keywords: { zh: [担保], en: [guarantee] }
${SOURCES}`,
};

/** A common question with a short answer. */
export const QUESTION: DataFile = {
  path: 'data/faq/sample-question.yaml',
  text: `id: sample-question
question: { zh: 样例短信会打扰我多久？, en: How long will the sample go on? }
search:
  aliases: { zh: [多久才不发短信了], en: [when will the texts stop] }
  keywords: { zh: [骚扰], en: [nuisance] }
answer:
  - text: { zh: "告诉他们别再联系，他们要停。", en: Tell them to stop; then they must. }
    rules: [cc-1033]
  - text: { zh: "还发就打 {line:12378}。", en: "If they go on, call {line:12378}." }
next: [sample-guide]
${SOURCES}`,
};

export const SAMPLES: readonly DataFile[] = [GUIDE, INTERVIEW, QUESTION];

/** A sample with other words in one place. */
export function changed(file: DataFile, from: string | RegExp, to: string): DataFile {
  const text = file.text.replace(from, to);
  if (text === file.text) throw new Error(`${file.path} does not hold ${from}`);
  return { path: file.path, text };
}

export const MENU: DataFile = {
  path: 'data/lists/help-menu.yaml',
  text: 'relative: [sample-interview, sample-guide]\nborrower: []\nanyone: [sample-question]\n',
};

const isHelp = ({ path }: DataFile): boolean => /^data\/(?:help|interviews|faq)\//.test(path) || path === MENU.path;

/** The project's records with these help texts in place of its own. */
export const snapshotWith = (...files: readonly DataFile[]): Snapshot =>
  compileSnapshot([...readDataFiles().filter((file) => !isHelp(file)), ...files], '2099-01-01');

export const registryWith = (...files: readonly DataFile[]): Registry => createRegistry(snapshotWith(...files));
