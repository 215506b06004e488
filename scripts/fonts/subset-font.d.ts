declare module 'subset-font' {
  type Options = {
    targetFormat?: 'sfnt' | 'woff' | 'woff2';
    noLayoutClosure?: boolean;
    noHinting?: boolean;
    keepFeatures?: string[];
    dropTables?: string[];
    variationAxes?: Record<string, number | { min: number; max: number; default?: number }>;
  };
  /** A font with only the characters of the text. */
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
