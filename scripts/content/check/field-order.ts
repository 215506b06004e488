/** Puts the fields of an entry in the order of the schema by moving whole lines; nothing is rewritten. */

/** Fields that the schema does not know stay behind the others. Comments above a field move with it. */
export function orderFields(yaml: string, order: readonly string[]): string {
  const blocks: { key: string; lines: string[] }[] = [];
  let above: string[] = [];
  for (const line of yaml.split('\n')) {
    const key = /^([A-Za-z][\w-]*)\s*:(?:\s|$)/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (key !== undefined) {
      blocks.push({ key, lines: [...above, line] });
      above = [];
    } else if (/^(?:#|\s*$)/.test(line)) above.push(line);
    else if (last === undefined) return yaml;
    else {
      last.lines.push(...above, line);
      above = [];
    }
  }
  const rank = ({ key }: { key: string }): number => {
    const at = order.indexOf(key);
    return at === -1 ? order.length : at;
  };
  const sorted = [...blocks].sort((a, b) => rank(a) - rank(b));
  return [...sorted.flatMap(({ lines }) => lines), ...above].join('\n');
}
