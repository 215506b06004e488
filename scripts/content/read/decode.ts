/** Bytes to text: what editors' programs really save. */

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1251';

export type Decoded = {
  text: string;
  encoding: Encoding;
  /** A byte order mark stood before the text; it is not part of `text`. */
  mark: boolean;
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file. UTF-8 where the bytes are valid UTF-8, UTF-16 by its mark or by its zero bytes,
 * Windows-1251 otherwise: any bytes are readable in it, so nothing is ever refused here.
 */
export function decode(bytes: Uint8Array): Decoded {
  const wide = utf16Label(bytes);
  if (wide !== undefined) {
    const text = new TextDecoder(wide, { ignoreBOM: true }).decode(bytes);
    return { ...withoutMark(text), encoding: 'utf-16' };
  }
  try {
    return { ...withoutMark(utf8.decode(bytes)), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'windows-1251', mark: false };
  }
}

function withoutMark(text: string): { text: string; mark: boolean } {
  const mark = text.startsWith('\uFEFF');
  return { text: mark ? text.slice(1) : text, mark };
}

/** In UTF-16 text of Latin and Cyrillic letters, every other byte of spaces, digits and line ends is zero. */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 400);
  if (sample.length < 8) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 20 && even === 0) return 'utf-16le';
  return even > sample.length / 20 && odd === 0 ? 'utf-16be' : undefined;
}
