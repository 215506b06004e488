import { readSettings } from '../../src/settings/settings.ts';
import { parseArguments, USAGE } from './demo/arguments.ts';
import { demoTree } from './demo/tree.ts';
import { readVocabulary } from './demo/vocabulary.ts';
import { assertApart, copyPart, freshFolder, writeFiles } from './demo/write-tree.ts';
import { runCommand } from './command/run.ts';

/** Parts of the real content that are no facts about plants: without them the tree would be no whole site. */
const COPIED = ['vocabulary', 'consent', 'pages'] as const;

await runCommand(async () => {
  const command = parseArguments(process.argv.slice(2), readSettings(process.env).contentDir);
  if (command === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const { contentDir, outDir, plan } = command;
  assertApart(contentDir, outDir);
  const vocabulary = await readVocabulary(contentDir);
  await freshFolder(outDir);
  const written = await writeFiles(outDir, demoTree(plan, vocabulary));
  for (const part of COPIED) {
    if (await copyPart(contentDir, outDir, part)) continue;
    process.stdout.write(`В ${contentDir} нет папки ${part}: без неё сайт не соберётся целиком.\n`);
  }
  process.stdout.write(`Вымышленное содержание: ${outDir}, записей: ${String(written)}.\n`);
  process.stdout.write(`Посмотреть: CONTENT_DIR=${outDir} npm run dev\n`);
  return 0;
});
