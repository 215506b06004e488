/** The report in its three forms. */
import { plural } from '../../../src/i18n/plural.ts';
import type { Fault } from './fault.ts';
import { describeFault, displayPath, renderFault } from './fault.ts';

export const OUTPUT_FORMATS = ['text', 'json', 'github'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** The whole report, without a line break at its end; empty when there is nothing to say. */
export function report(faults: readonly Fault[], root: string, format: OutputFormat): string {
  switch (format) {
    case 'json':
      return JSON.stringify(
        faults.map((fault) => asJson(fault, root)),
        null,
        2,
      );
    case 'github':
      return faults.map((fault) => annotation(fault, root)).join('\n');
    case 'text':
      return faults.map((fault) => renderFault(fault, root)).join('\n');
  }
}

/** «3 ошибки, 1 предупреждение в 2 файлах». */
export function summary(faults: readonly Fault[]): string {
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const files = new Set(faults.map(({ path }) => path)).size;
  const counted = [
    errors > 0 ? plural(errors, ['ошибка', 'ошибки', 'ошибок']) : '',
    faults.length > errors
      ? plural(faults.length - errors, ['предупреждение', 'предупреждения', 'предупреждений'])
      : '',
  ].filter((part) => part !== '');
  return counted.length === 0
    ? 'Ошибок нет.'
    : `${counted.join(', ')} в ${plural(files, ['файле', 'файлах', 'файлах'])}.`;
}

function asJson(fault: Fault, root: string): Record<string, unknown> {
  return { ...fault, path: displayPath(fault.path, root), message: renderFault(fault, root) };
}

/** A line that GitHub turns into a remark beside the line of the pull request. */
function annotation(fault: Fault, root: string): string {
  const kind = fault.severity === 'error' ? 'error' : 'warning';
  const file = property(displayPath(fault.path, root));
  return `::${kind} file=${file},line=${String(fault.line)},title=${property(fault.rule)}::${data(describeFault(fault))}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
