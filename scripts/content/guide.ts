import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { jsonSchemaFiles } from './guide/json-schemas.ts';
import { fillMarkers } from './guide/markers.ts';
import { guideTables } from './guide/tables.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The guide's tables and the schemas for VS Code are renewed together: both come from src/schema.
const guide = join(root, 'content', 'README.md');
await writeFile(guide, fillMarkers(await readFile(guide, 'utf8'), guideTables()));

const folder = join(root, '.vscode', 'schemas');
await mkdir(folder, { recursive: true });
for (const [name, text] of jsonSchemaFiles()) await writeFile(join(folder, name), text);
process.stdout.write('Обновлены таблицы в content/README.md и схемы в .vscode/schemas.\n');
