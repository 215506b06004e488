// Adds to package-lock.json the optional packages for other systems that a registry mirror did not offer
// when the lockfile was written: `npm ci` refuses a lockfile that lacks them, on every system.
// Plain JavaScript without dependencies. `node scripts/config/complete-lockfile.mjs [--check]`
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SYSTEMS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
};
const PROCESSORS = { arm: 'arm', arm64: 'arm64', ia32: 'ia32', x64: 'x64', wasm32: 'wasm32' };
const LIBRARIES = { gnu: 'glibc', musl: 'musl' };

/** Where `name` is found from the package at `where`, as Node looks it up; null when it is not there. */
function findFrom(packages, where, name) {
  for (let at = where; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (!at.includes('/node_modules/')) {
      const top = `node_modules/${name}`;
      return packages[top] === undefined ? null : top;
    }
  }
}

/** What the package is for, read from its name: `@pagefind/darwin-arm64`. */
function platformOf(name) {
  const words = name.split(/[@/-]/);
  const pick = (table) => words.flatMap((word) => (word in table ? [table[word]] : []));
  return { os: pick(SYSTEMS), cpu: pick(PROCESSORS), libc: pick(LIBRARIES) };
}

/** The entries that are missing: optional dependencies with an exact version that stand nowhere. */
export function missingEntries(packages) {
  const missing = {};
  for (const [where, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (where === '' || !/^\d+\.\d+\.\d+/.test(version)) continue;
      const found = findFrom(packages, where, name);
      if (found !== null && packages[found].version === version) continue;
      const place = found === null ? `node_modules/${name}` : `${where}/node_modules/${name}`;
      const { os, cpu, libc } = platformOf(name);
      if (cpu.length === 0) continue;
      missing[place] = {
        version,
        cpu,
        ...(entry.dev === true ? { dev: true } : {}),
        ...(libc.length > 0 ? { libc } : {}),
        optional: true,
        ...(os.length > 0 ? { os } : {}),
      };
    }
  }
  return missing;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock.packages);
  const names = Object.keys(missing);
  if (names.length > 0 && process.argv.includes('--check')) {
    process.stderr.write(`package-lock.json lacks: ${names.join(', ')}\n`);
    process.exitCode = 1;
  } else if (names.length > 0) {
    const all = { ...lock.packages, ...missing };
    const sorted = Object.keys(all).sort((a, b) => (a < b ? -1 : 1));
    lock.packages = Object.fromEntries(sorted.map((name) => [name, all[name]]));
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    process.stdout.write(`added ${names.length}\n`);
  }
}
