/** Compressed twins beside the files, so that a server only sends them. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXTS = /\.(?:html|js|css|json|geojson|xml|txt|csv|ics|svg|wasm|webmanifest)$/;
/** Below this size headers weigh more than what is saved. */
const SMALLEST = 512;
const AT_ONCE = 8;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type Compression = { files: number; bytes: number; brotliBytes: number; gzipBytes: number };

/** Writes `.br` and `.gz` beside every text of a folder. */
export async function compressTexts(dir: string): Promise<Compression> {
  const names = (await readdir(dir, { recursive: true })).filter((name) => TEXTS.test(name)).sort();
  const total: Compression = { files: 0, bytes: 0, brotliBytes: 0, gzipBytes: 0 };
  const work = names.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const name of work) {
        const file = path.join(dir, name);
        const content = await readFile(file);
        if (content.length < SMALLEST) continue;
        const [br, gz] = await Promise.all([
          brotli(content, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
              [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            },
          }),
          gzipped(content, { level: 9 }),
        ]);
        await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
        total.files += 1;
        total.bytes += content.length;
        total.brotliBytes += br.length;
        total.gzipBytes += gz.length;
      }
    }),
  );
  return total;
}
