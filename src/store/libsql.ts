import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import Database from 'libsql';

/** A writer of another process is waited for this long, and the event loop with it: the longer wait is the connection's. Milliseconds. */
const BUSY_FOR = 5;

type Bindable = string | number | bigint | null;

/** Binding anything else than these ends the process, and a text is cut off at its first NUL. */
function bindable(value: unknown): Bindable {
  switch (typeof value) {
    case 'string':
      return value.replaceAll('\0', '');
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      if (value === null || value === undefined) return null;
      if (value instanceof Date) return value.toISOString();
      throw new TypeError('only strings, numbers, booleans, dates and null can be stored');
  }
}

/** Takes the write lock at once: a transaction that reads first and writes later would fail beside another writer. */
class LibsqlDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class LibsqlDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new LibsqlDriver(this.#config);
  }
}

interface LibsqlFile {
  readonly dialect: SqliteDialect;
  /** Moves the log into the file and empties it: deleted rows stand in the log until then. */
  scrub(): void;
}

function emptyLog(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Another process is at work; its next scrubbing empties the log.
  }
}

type Statement = ReturnType<Database.Database['prepare']>;

/** Statements that are kept prepared: those of a check, and some room for lists of other lengths. */
const MOST_PREPARED = 200;

/** Preparing takes longer than most statements; those that come again are prepared once. */
function createStatements(database: Database.Database): (sql: string) => Statement {
  const prepared = new Map<string, Statement>();
  return (sql) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    // Deleted first, so that the map stays in the order of use.
    prepared.delete(sql);
    prepared.set(sql, statement);
    if (prepared.size > MOST_PREPARED) prepared.delete(prepared.keys().next().value as string);
    return statement;
  };
}

/** Pages that are kept in memory, in KiB: the upper levels of every index of a million sightings. */
const CACHE = 32 * 1024;

/** One file. @throws what libsql throws for a file that cannot be opened or is none of its. */
export function openLibsql(file: string): LibsqlFile {
  const database = new Database(file, { timeout: BUSY_FOR });
  try {
    database.pragma('journal_mode = WAL');
    // Every commit reaches the disk: what was answered with "erased" stays erased.
    database.pragma('synchronous = FULL');
    // Erased rows are overwritten, not only unlinked.
    database.pragma('secure_delete = ON');
    database.pragma(`cache_size = -${CACHE}`);
  } catch (error) {
    database.close();
    throw error;
  }
  const prepare = createStatements(database);
  const dialect = new LibsqlDialect({
    database: {
      close() {
        emptyLog(database);
        database.close();
      },
      prepare(sql) {
        const statement = prepare(sql);
        return {
          reader: statement.reader,
          all: (parameters) => statement.all(parameters.map(bindable)),
          run: (parameters) => statement.run(parameters.map(bindable)),
          iterate: (parameters) => statement.iterate(parameters.map(bindable)),
        };
      },
    },
  });
  return { dialect, scrub: () => emptyLog(database) };
}
