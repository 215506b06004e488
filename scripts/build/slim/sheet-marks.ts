/**
 * The style sheets of pages go from Astro to the build once, and stand in the pages as marks: a sheet is as long as
 * all the rest of a page, and thousands of pages would be put together, encoded and read with it.
 */

/** A sheet's place in a page; to Astro it is a sheet like any other. */
export const sheetMark = (place: number): string => `/*sheet ${place}*/`;
const MARK = /\/\*sheet (\d+)\*\//g;

/** The sheets that were put by, each once, in the order of their marks. */
export class PutBySheets {
  readonly sheets: string[] = [];

  /** The mark of a sheet; sheets of the same text have the same. */
  markOf(sheet: string): string {
    const place = this.sheets.indexOf(sheet);
    return sheetMark(place === -1 ? this.sheets.push(sheet) - 1 : place);
  }
}

/** The sheets whose marks stand in a style element, whole. @throws Error when there is no such sheet. */
export function withSheets(marked: string, sheets: readonly string[]): string {
  return marked.replace(MARK, (mark, place: string) => {
    const sheet = sheets[Number(place)];
    if (sheet === undefined) throw new Error(`${mark}: no such style sheet`);
    return sheet;
  });
}
