/** A published figure needs a day on which it was true and a source that named it. */
import type { Entry } from '../read/entry.ts';
import type { Path } from '../read/yaml.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { numberOf, partialDayField, recordsOf, textOf } from './known-values.ts';
import { fieldName } from './schema-faults.ts';

/** Faults of figures and of numbers of sources in one entry. */
export function figureFaults(entry: Entry): Fault[] {
  const { fields, path, yaml } = entry;
  if (yaml === undefined) return [];
  const sources = recordsOf(fields, 'sources');
  const at = (where: Path): { path: string; line: number; field: string } => ({
    path,
    line: yaml.lineOf(where),
    field: fieldName(where),
  });
  const faults: Fault[] = [];
  for (const list of ['figures', 'awards']) {
    for (const { index, item } of recordsOf(fields, list)) {
      const number = numberOf(item, 'source');
      if (number === undefined || !Number.isInteger(number) || number < 1 || number <= sources.length)
        continue;
      const written = String(number);
      const wanted =
        sources.length === 0 ? 'источник в списке sources' : `число от 1 до ${String(sources.length)}`;
      faults.push(
        fault('reference-source', {
          ...at([list, index, 'source']),
          problem: 'источника с таким номером нет',
          written,
          wanted,
        }),
      );
    }
  }
  const entryDate = partialDayField(fields, 'start') ?? partialDayField(fields, 'end');
  for (const { index, item } of recordsOf(fields, 'figures')) {
    const written = [textOf(item, 'value'), textOf(item, 'label')].join(' ').trim();
    const number = numberOf(item, 'source');
    const source = number === undefined ? undefined : sources[number - 1]?.item;
    const sourceDate = source === undefined ? undefined : partialDayField(source, 'date');
    if (item.date === undefined && entryDate === undefined && sourceDate === undefined) {
      const wanted = 'date — на какой день число верно, например: 2025-12-05';
      faults.push(
        fault('figure-without-date', {
          ...at(['figures', index]),
          problem: 'число без даты',
          written,
          wanted,
        }),
      );
    }
    // Seasons and events show their sources beside the figures; on a page each figure names its own.
    const named = item.source !== undefined || (entry.collection !== 'pages' && sources.length > 0);
    if (!named) {
      const wanted = 'source — номер источника из списка sources, например: 1';
      faults.push(
        fault('figure-without-source', {
          ...at(['figures', index]),
          problem: 'число без источника',
          written,
          wanted,
        }),
      );
    }
  }
  return faults;
}
