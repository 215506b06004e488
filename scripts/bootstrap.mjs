// The first thing that runs on a fresh clone, on whatever Node the system has (18 or newer): installs
// what the lockfile asks for when it is missing or stale, then hands over to the pinned Node.
// Plain JavaScript without dependencies, because nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NPM = 10;
const OLDEST_NODE = 18;

/** Ends with one clear line. */
function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    // Half-written by an interrupted installation: the same as none.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** True when every package that the lockfile asks for stands in node_modules in its exact version. */
export function isInstalled(wanted, installed) {
  if (wanted === null || installed === null) return false;
  return Object.entries(wanted.packages).every(([where, asked]) => {
    if (where === '') return true;
    const found = installed.packages[where];
    // Binaries for other systems are optional and left out by npm.
    if (found === undefined)
      return asked.optional === true || asked.devOptional === true || asked.peer === true;
    return found.version === asked.version;
  });
}

const pinnedNode = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

function npmCommand(args, options) {
  const cli = process.env.npm_execpath;
  // Other package managers set the same variable, and know no `ci`.
  return cli !== undefined && path.basename(cli) === 'npm-cli.js'
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function install() {
  try {
    accessSync(root, constants.W_OK);
    if (existsSync(path.join(root, 'node_modules')))
      accessSync(path.join(root, 'node_modules'), constants.W_OK);
  } catch {
    stop(
      `Нет права записи в папку ${root}: установить пакеты нельзя. Скопируйте проект туда, где вы можете писать.`,
    );
  }
  const version = npmCommand(['--version'], { cwd: root, encoding: 'utf8' });
  const npmVersion = (version.stdout ?? '').trim();
  if (version.status !== 0) stop('Не найден npm. Установите Node.js 20 или новее с npm: https://nodejs.org/');
  if (Number(npmVersion.split('.')[0]) < OLDEST_NPM) {
    stop(`npm ${npmVersion} слишком старый. Нужен npm ${OLDEST_NPM} или новее: npm install --global npm@11`);
  }
  process.stdout.write('Устанавливаю пакеты из package-lock.json (один раз)…\n');
  const result = npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // The lockfile is made for the pinned Node, which arrives with this very installation.
    env: { ...process.env, npm_config_engine_strict: 'false' },
  });
  if (result.status !== 0)
    stop('Пакеты не установились: причина — в строках выше. Проверьте сеть и запустите ещё раз.');
  if (!existsSync(pinnedNode)) {
    stop(
      'Пакеты установлены, но закреплённый Node не появился: разрешите пакету node его установочный сценарий.',
    );
  }
}

function main() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    stop(`Node ${process.versions.node} слишком старый. Нужен Node ${OLDEST_NODE} или новее.`);
  }
  const [command = 'start', ...rest] = process.argv.slice(2);
  if (
    !existsSync(pinnedNode) ||
    !isInstalled(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))
  ) {
    install();
  }
  const scripts = { start: 'scripts/start.ts', test: 'scripts/test/main.ts' };
  const [script, args] = command === 'run' ? [rest[0], rest.slice(1)] : [scripts[command], rest];
  if (script === undefined) stop(`Неизвестная команда «${command}». Есть: start, test, run.`);
  const bin = path.join(root, 'node_modules', '.bin');
  const child = spawn(pinnedNode, [path.join(root, script), ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  // The child is in the same process group and hears Ctrl+C itself; only wait for its end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT') child.kill(signal);
    });
  }
  child.on('error', (error) => stop(`Не запускается ${pinnedNode}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main();
