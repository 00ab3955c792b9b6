import { parseArgs } from 'node:util';
import { type Configuration, ConfigurationError, readConfiguration } from './configuration.js';
import { examinePostgres } from './doctor/database.js';
import type { PartFound, State } from './doctor/finding.js';
import { examineEmbedded, examineHome } from './doctor/home.js';
import { examinePictures, examineWechat } from './doctor/packages.js';
import { examinePort } from './doctor/port.js';
import { examineProgram } from './doctor/program.js';
import { examineRecords } from './doctor/records.js';
import { examineTelegram } from './doctor/telegram.js';
import { table } from './table.js';
import { type Environment, variable } from './variables.js';

const MARKS: Readonly<Record<State, string>> = { ok: 'ok', off: 'off', warning: 'look', broken: 'BROKEN' };

function examineAssistants({ web }: Configuration): PartFound {
  if (web.mcp) return { part: 'assistants', state: 'ok', detail: 'served at /mcp', todo: null };
  return { part: 'assistants', state: 'off', detail: 'not served over HTTP', todo: 'to serve them at /mcp, write MCP=yes' };
}

/** Everything that is set up, asked at once. */
async function examineConfigured(configuration: Configuration, environment: Environment): Promise<PartFound[]> {
  const { databaseUrl, telegram, wechat } = configuration;
  return Promise.all([
    { part: 'configuration', state: 'ok', detail: 'every variable can be read', todo: null } as const,
    examineHome(configuration),
    databaseUrl === null ? examineEmbedded(configuration) : examinePostgres(databaseUrl),
    examinePort(configuration),
    examineTelegram(telegram),
    examineWechat(wechat),
    examinePictures(variable(environment, 'OCR_ENGINE')),
    examineAssistants(configuration),
  ]);
}

async function examineAll(environment: Environment): Promise<PartFound[]> {
  const always = [examineProgram(), examineRecords(new Date().toISOString().slice(0, 10))];
  try {
    return [...always, ...(await examineConfigured(readConfiguration(environment), environment))];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [
      ...always,
      { part: 'configuration', state: 'broken', detail: error.message, todo: 'correct it, then ask again for the rest' },
    ];
  }
}

function inWords(found: readonly PartFound[]): string {
  const rows = found.map(({ part, state, detail }) => [MARKS[state], part, detail]);
  const todo = found.flatMap(({ part, todo }) => (todo === null ? [] : [`  ${part}: ${todo}`]));
  return [table(['', 'part', 'found'], rows), ...(todo.length > 0 ? ['', 'What to do:', ...todo] : [])].join('\n');
}

/** Runs `doctor`: what is set up, what answers, what is missing and what to write. Ends with status 1 when something is broken. */
export async function runDoctor(args: readonly string[], environment: Environment): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const found = await examineAll(environment);
  const ok = found.every(({ state }) => state !== 'broken');
  process.stdout.write(`${values.json ? JSON.stringify({ ok, parts: found }, null, 2) : inWords(found)}\n`);
  if (!ok) process.exitCode = 1;
}
