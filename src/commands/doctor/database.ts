import { askPostgres } from '../../store/ask-postgres.js';
import { codeOf, type PartFound } from './finding.js';

/** What to do about errors of PostgreSQL, by their code. */
const ADVICE: Readonly<Record<string, string>> = {
  '28P01': 'correct the user or the password in DATABASE_URL',
  '28000': 'correct the user in DATABASE_URL, or let it in (pg_hba.conf)',
  '3D000': 'make the database, or correct its name in DATABASE_URL',
  '53300': 'let it take more connections (max_connections)',
};

/** Whether the PostgreSQL of an address answers, and whether it can hold the memory. The address itself holds a password. */
export async function examinePostgres(url: string): Promise<PartFound> {
  const { host } = new URL(url);
  try {
    const { version, isPrepared, mayCreate } = await askPostgres(url);
    const detail = `PostgreSQL ${version} at ${host}`;
    if (isPrepared) return { part: 'memory', state: 'ok', detail, todo: null };
    if (mayCreate)
      return { part: 'memory', state: 'ok', detail: `${detail}; its tables will be made at the first start`, todo: null };
    return {
      part: 'memory',
      state: 'broken',
      detail: `${detail} lets this user make no tables`,
      todo: 'grant it create on the schema',
    };
  } catch (error) {
    const code = codeOf(error);
    const todo = ADVICE[code] ?? 'start PostgreSQL there, or correct DATABASE_URL';
    return { part: 'memory', state: 'broken', detail: `PostgreSQL at ${host}: ${code}`, todo };
  }
}
