/** Starts a real nginx or Caddy with a generated configuration, for tests: a file is added to the site's folder. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onFreePort } from '../serve/free-port.ts';
import { caddyfile } from './caddy.ts';
import { nginxConfig } from './nginx.ts';
import type { SiteConfig } from './site-config.ts';

export type WebServer = { url: string; close: () => Promise<void> };
export type ServerKind = 'nginx' | 'caddy';

/** Daemons of the system are not always on the PATH of a user. */
const FOLDERS = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];

/** Path of the program, or null when it is not installed here. */
export function findServer(kind: ServerKind): string | null {
  for (const folder of FOLDERS.filter((part) => part !== '')) {
    const file = path.join(folder, kind);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

const MIME_TYPES = '/etc/nginx/mime.types';

async function writeNginx(dir: string, config: SiteConfig, port: number): Promise<string[]> {
  await copyFile(MIME_TYPES, path.join(dir, 'mime.types'));
  await writeFile(path.join(dir, 'site.conf'), nginxConfig(config, `127.0.0.1:${port}`));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${path.join(dir, name)};`,
  );
  const main = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${path.join(dir, 'nginx.pid')};`,
    'events {}',
    'http {',
    '  access_log off;',
    ...temporary,
    '  include mime.types;',
    '  default_type application/octet-stream;',
    '  include site.conf;',
    '}',
  ];
  const file = path.join(dir, 'nginx.conf');
  await writeFile(file, `${main.join('\n')}\n`);
  return ['-p', dir, '-c', file, '-e', 'stderr'];
}

async function writeCaddy(dir: string, config: SiteConfig, port: number): Promise<string[]> {
  const file = path.join(dir, 'Caddyfile');
  const global = ['{', '\tadmin off', '\tauto_https off', '}', ''];
  // A host without a name: the test speaks to it as localhost.
  await writeFile(file, global.join('\n') + caddyfile(config, `http://localhost:${port}`));
  return ['run', '--adapter', 'caddyfile', '--config', file];
}

/**
 * Starts the server on a free port of this machine with all its files in `dir`.
 * @throws Error with what the server said when it does not start.
 */
export function startWebServer(kind: ServerKind, dir: string, config: SiteConfig): Promise<WebServer> {
  const program = findServer(kind);
  if (program === null) throw new Error(`${kind} is not installed`);
  return onFreePort((port) => startOn(port, { kind, program, dir, config }));
}

type Start = { kind: ServerKind; program: string; dir: string; config: SiteConfig };

async function startOn(port: number, { kind, program, dir, config }: Start): Promise<WebServer> {
  await mkdir(dir, { recursive: true });
  const args = await (kind === 'nginx' ? writeNginx(dir, config, port) : writeCaddy(dir, config, port));
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const failed = ended.then(() => {
    throw new Error(`${kind} has stopped: ${said}`);
  });
  failed.catch(() => undefined);
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  const proof = randomUUID();
  try {
    await writeFile(path.join(config.root, PROOF), proof);
    await Promise.race([failed, answers(port, proof, () => child.exitCode === null)]);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://localhost:${port}`, close };
}

const LOOK_AGAIN_MS = 50;
const PROOF = 'started.txt';

/**
 * Resolves as soon as the port answers with a file that only this server has, or when the server is no more: a
 * port that takes connections may be somebody else's, while the server that was started gives up on it.
 */
async function answers(port: number, proof: string, running: () => boolean): Promise<void> {
  while (running()) {
    const text = await fetch(`http://localhost:${port}/${PROOF}`, { headers: { connection: 'close' } }).then(
      (answer) => answer.text(),
      () => null,
    );
    if (text === proof) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
