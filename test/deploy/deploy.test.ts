import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VARIABLES } from '../../src/commands/variables.js';
import { PROJECT } from '../structure/source-tree.js';

const text = (name: string): string => readFileSync(join(PROJECT, '.deploy', name), 'utf8');
const dockerfile = text('Dockerfile');
const unit = text('notice-check.service');

interface Service {
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes: readonly string[];
  readonly [key: string]: unknown;
}
const compose = parse(text('compose.yaml')) as {
  services: Record<'server' | 'database', Service>;
  volumes: Record<string, unknown>;
};
const { server, database } = compose.services;

/** Set by the image: inside it they are always the same. */
const OF_THE_IMAGE = ['HOST', 'PORT', 'NOTICE_CHECK_HOME'];

/** `NAME=value` of every ENV or Environment line. */
const settingsIn = (lines: string, keyword: RegExp): Map<string, string> =>
  new Map(
    [...lines.matchAll(keyword)].flatMap(([, settings = '']) =>
      settings
        .split(' ')
        .map((setting): [string, string] => [setting.slice(0, setting.indexOf('=')), setting.slice(setting.indexOf('=') + 1)]),
    ),
  );

describe('the compose file', () => {
  it('passes on every variable that the program reads, and no other', () => {
    expect(Object.keys(server.environment).sort()).toEqual(
      Object.keys(VARIABLES)
        .filter((name) => !OF_THE_IMAGE.includes(name))
        .sort(),
    );
  });

  it('sets nothing by itself and holds no password', () => {
    for (const [name, value] of Object.entries(server.environment))
      if (name !== 'DATABASE_URL') expect(value).toBe(`\${${name}:-}`);
    expect(server.environment.DATABASE_URL).toMatch(
      /^postgres:\/\/notice_check:\$\{POSTGRES_PASSWORD:\?[^}]+\}@database:5432\/notice_check$/,
    );
    expect(database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?[^}]+\}$/);
  });

  it('waits for the database, and asks it as the user that it makes', () => {
    expect(server.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(database.healthcheck?.test.join(' ')).toContain(`--username=${database.environment.POSTGRES_USER}`);
    expect(Object.keys(compose.volumes).sort()).toEqual(['database', 'home']);
  });

  it('lets the server write to its folder alone', () => {
    expect(server).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(server.volumes).toEqual(['home:/var/lib/notice-check']);
  });
});

describe('the image', () => {
  const settings = settingsIn(dockerfile, /^ENV (.+)$/gm);

  it('sets variables that the program reads, to the folder that outlives it', () => {
    const known = [...Object.keys(VARIABLES), 'NODE_ENV', 'HOME'];
    expect([...settings.keys()].filter((name) => !known.includes(name))).toEqual([]);
    expect(OF_THE_IMAGE.filter((name) => !settings.has(name))).toEqual([]);
    expect(dockerfile).toContain(`\nVOLUME ${settings.get('NOTICE_CHECK_HOME')}\n`);
    expect(dockerfile).toContain(`\nEXPOSE ${settings.get('PORT')}\n`);
  });

  it('copies files that exist, and not what the machine that builds it has lying about', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' '));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
    expect(text('Dockerfile.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['node_modules', 'dist', '.git', 'var', '.env*']),
    );
  });

  it('runs as nobody special, without development tools', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD ["node", "dist/main.js"]'));
    expect(dockerfile).toContain('npm ci --omit=dev');
    expect(dockerfile.match(/^FROM node:20-slim/gm)).toHaveLength(3);
  });
});

describe('the health check', () => {
  const CHECK = join(PROJECT, '.deploy/healthcheck.js');

  async function statusWith(status: number): Promise<{ code: number | null; path: string | undefined }> {
    let path: string | undefined;
    const answering = createServer((request, response) => {
      path = request.url;
      response.writeHead(status).end();
    });
    await new Promise<void>((ready) => answering.listen(0, '127.0.0.1', ready));
    const { port } = answering.address() as AddressInfo;
    const asking = spawn(process.execPath, [CHECK], { env: { PORT: String(port) } });
    const [code] = (await once(asking, 'exit')) as [number | null];
    answering.close();
    return { code, path };
  }

  it('is the one of the image, and passes while the server answers', async () => {
    expect(dockerfile).toContain('CMD ["node", ".deploy/healthcheck.js"]');
    expect(await statusWith(200)).toEqual({ code: 0, path: '/healthz' });
  });

  it('fails while it does not', async () => {
    expect(await statusWith(503)).toMatchObject({ code: 1 });
    expect(spawnSync(process.execPath, [CHECK], { env: { PORT: '1' } }).status).toBe(1);
  });
});

describe('the systemd unit', () => {
  it('sets variables that the program reads, and writes to the folder that systemd makes', () => {
    const settings = settingsIn(unit, /^Environment=(.+)$/gm);
    expect([...settings.keys()].filter((name) => !(name in VARIABLES))).toEqual(['NODE_ENV', 'HOME']);
    const folder = /^StateDirectory=(.+)$/m.exec(unit)?.[1];
    expect(settings.get('NOTICE_CHECK_HOME')).toBe(`/var/lib/${folder}`);
    expect(unit).toContain('ExecStart=/usr/bin/node dist/main.js');
  });

  it('gives the program a user of its own and nothing else to write to', () => {
    for (const line of ['DynamicUser=yes', 'ProtectSystem=strict', 'NoNewPrivileges=yes', 'ProtectHome=yes', 'PrivateTmp=yes'])
      expect(unit).toMatch(new RegExp(`^${line}$`, 'm'));
    // The engine compiles while it runs: it would not start.
    expect(unit).not.toMatch(/MemoryDenyWriteExecute=yes/);
  });

  const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
  it.skipIf(!analyze)(`is a unit that systemd understands${analyze ? '' : ' (skipped: no systemd-analyze here)'}`, () => {
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', join(PROJECT, '.deploy/notice-check.service')], {
      encoding: 'utf8',
    });
    expect(
      stderr.split('\n').filter((line) => /notice-check\.service/.test(line) && !/not executable|No such file/.test(line)),
    ).toEqual([]);
  });
});
