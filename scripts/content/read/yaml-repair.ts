/**
 * Two mistakes make YAML unreadable and hide every other fault of the file: tabs, and a colon in a text
 * without quotes. Both are reported, and reading goes on as if they had been put right.
 */
export type Repair = {
  text: string;
  problems: { kind: 'tab' | 'colon'; line: number; written: string; key?: string }[];
};

const UNQUOTED_PAIR = /^(\s*(?:- )*)([A-Za-z][\w-]*):[ \t]+([^\s"'[{|>&*!#].*)$/;

/** The text with the same number of lines; problems carry lines counted from 1. */
export function repair(text: string): Repair {
  const problems: Repair['problems'] = [];
  let blockIndent: number | undefined;
  const lines = text.split('\n').map((original, index) => {
    const indent = original.search(/\S/);
    if (blockIndent !== undefined && (indent === -1 || indent > blockIndent)) return original;
    blockIndent = undefined;
    let line = original;
    if (/^\s*\t/.test(line) || /^\s*(?:- *)?[\w-]+:\t/.test(line)) {
      problems.push({ kind: 'tab', line: index + 1, written: visibleTabs(line) });
      line = line
        .replace(/^\s+/, (space) => space.replaceAll('\t', '  '))
        .replace(/^(\s*(?:- *)?[\w-]+:)\t+/, '$1 ');
    }
    const match = UNQUOTED_PAIR.exec(line);
    if (match !== null) {
      const [, before = '', key = '', rest = ''] = match;
      const value = withoutComment(rest);
      if (/:(?:\s|$)/.test(value)) {
        problems.push({ kind: 'colon', line: index + 1, written: value, key });
        return `${before}${key}: '${value.replaceAll("'", "''")}'`;
      }
    }
    if (/[:-]\s+[|>][-+\d]*\s*$/.test(line)) blockIndent = Math.max(0, line.search(/\S/));
    return line;
  });
  return { text: lines.join('\n'), problems };
}

function withoutComment(value: string): string {
  return value.replace(/\s+#.*$/, '').trimEnd();
}

function visibleTabs(line: string): string {
  return line.trimEnd().replaceAll('\t', '→').slice(0, 80);
}
