import { html } from 'hono/html';
import { PROBLEMS, type ProblemName, problemAnchor } from './problem.js';

/** What the page shows of an OpenAPI document. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly { name: string; required?: boolean; description?: string; schema: Schema }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
}
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

type Html = ReturnType<typeof html>;

const nameOf = ($ref: string): string => $ref.split('/').at(-1) ?? '';

/** `string`, `null or string`, `list of Finding`, or the values that there are. */
function typeOf({ $ref, type, enum: values, items }: Schema): Html {
  if ($ref !== undefined) return html`<a href="#schema-${nameOf($ref)}">${nameOf($ref)}</a>`;
  if (items) return html`list of ${typeOf(items)}`;
  if (values) return html`${values.map((value, at) => html`${at > 0 ? ' | ' : ''}<code>${String(value)}</code>`)}`;
  return html`${[type ?? 'any'].flat().join(' or ')}`;
}

const row = (name: string, isRequired: boolean, schema: Schema, description = ''): Html =>
  html`<tr><td><code>${name}</code>${isRequired ? '' : html` <span class="soft">optional</span>`}</td><td>${typeOf(schema)}</td><td>${description}</td></tr>`;

const table = (rows: readonly Html[]): Html =>
  html`<div class="scroll"><table><thead><tr><th>name</th><th>type</th><th>meaning</th></tr></thead><tbody>${rows}</tbody></table></div>`;

const fieldsOf = ({ properties = {}, required = [] }: Schema): Html =>
  table(Object.entries(properties).map(([name, field]) => row(name, required.includes(name), field, field.description)));

const bodyOf = ({ content = {} }: Content): Html =>
  html`${Object.entries(content).map(([type, { schema }]) => html` <code>${type}</code>: ${typeOf(schema)}.`)}`;

const anchorOf = (method: string, path: string): string => `${method}-${path.replace(/\W+/g, '-')}`;

function operationHtml(path: string, method: string, operation: Operation): Html {
  const { summary, description, parameters = [], requestBody, responses } = operation;
  const asked = parameters.map(({ name, required = false, schema, description: meaning }) =>
    row(name, required, schema, meaning),
  );
  return html`<section id="${anchorOf(method, path)}"><h2>${summary}<br><code><span class="method">${method.toUpperCase()}</span> ${path}</code></h2>
<p>${description}</p>
${asked.length > 0 ? html`<h3>Parameters</h3>${table(asked)}` : ''}
${requestBody ? html`<h3>Body</h3><p>${bodyOf(requestBody)}</p>` : ''}
<h3>Answers</h3>
<ul>${Object.entries(responses).map(([status, response]) => html`<li><strong>${status}</strong> ${response.description}${status === '200' ? bodyOf(response) : ''}</li>`)}</ul></section>`;
}

const problemRow = ([name, { status, title }]: [string, { status: number; title: string }]): Html =>
  html`<tr id="${problemAnchor(name as ProblemName)}"><td><code>${name}</code></td><td>${status}</td><td>${title}</td></tr>`;

const EXAMPLE = `curl https://THIS-SERVER/v1/checks \\
  -H 'Content-Type: application/json' \\
  -d '{"text": "【京东金融】您的白条已逾期，请加专员微信 lizi8866 处理", "sender": "15400001234"}'

curl https://THIS-SERVER/v1/checks -F image=@screenshot.png -F lang=en

curl 'https://THIS-SERVER/v1/lookup?q=95118'`;

/** The OpenAPI document as a page to read: no script, nothing from elsewhere. */
export function docsPage({ info, paths, components }: ApiDocument): Html {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}: HTTP API</title><link rel="stylesheet" href="/docs.css"></head>
<body><main><h1>${info.title}: HTTP API</h1>
<p>${info.description}</p>
<p class="soft">Version ${info.version}. For programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). For people: <a href="/">the page</a>.</p>
<nav aria-label="Routes"><ul>${operations.map(({ path, method, operation }) => html`<li><a href="#${anchorOf(method, path)}">${operation.summary}</a></li>`)}</ul></nav>
<pre tabindex="0"><code>${EXAMPLE}</code></pre>
<p>Show an official number only with its source and the day it was checked, and pass on “unverified” as what it is: nobody can tell from this alone.
A key of the operator, as <code>Authorization: Bearer KEY</code>, lets a program ask more often; the limit of strangers counts by address.</p>
${operations.map(({ path, method, operation }) => operationHtml(path, method, operation))}
<section id="problems"><h2>When something is wrong</h2>
<p>Every error is a <a href="#schema-Problem">problem</a> (RFC 9457, <code>application/problem+json</code>); its <code>type</code> ends in one of these names, and its <code>detail</code> says what to send instead.
Tell the operator its <code>request_id</code>, which is also in the header <code>X-Request-Id</code>; a request may bring its own.</p>
<div class="scroll"><table><thead><tr><th>problem</th><th>status</th><th>meaning</th></tr></thead><tbody>${Object.entries(PROBLEMS).map(problemRow)}</tbody></table></div></section>
<section><h2>Shapes</h2>${Object.entries(components.schemas).map(([name, schema]) => html`<h3 id="schema-${name}">${name}</h3>${schema.description ? html`<p>${schema.description}</p>` : ''}${schema.properties ? fieldsOf(schema) : html`<p>${typeOf(schema)}</p>`}`)}</section>
</main></body></html>`;
}
