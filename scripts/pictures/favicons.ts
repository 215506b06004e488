/** `node scripts/pictures/favicons.ts`: makes the icons and the manifest in public/ anew. Its output is committed. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../build/stages.ts';
import { iconFiles } from './icon-files.ts';

for (const [name, content] of iconFiles()) await writeFile(path.join(projectRoot, 'public', name), content);
