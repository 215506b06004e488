/** One reader per kind of answer: raw text in, a strict value or a fault out. Lenient about spaces and punctuation. */
import { registrationErrors as say } from '../i18n/ru/registration-errors.ts';
import { cleanLine, cleanLines, lengthOf } from './clean-text.ts';

/** Why an answer cannot be taken: a stable code for machines and a sentence for the person. */
export type Fault = { readonly code: string; readonly message: string };
export type Read<T> = { readonly value: T } | Fault;

export function isFault<T>(read: Read<T>): read is Fault {
  return 'code' in read;
}

function fault(code: string, message: string): Fault {
  return { code, message };
}

function withinLimit(text: string, max: number): Read<string> {
  const length = lengthOf(text);
  return length > max ? fault('too_long', say.tooLong(max, length)) : { value: text };
}

/** A line that must be filled in. */
export function readRequiredLine(raw: string, max: number, empty: string): Read<string> {
  const text = cleanLine(raw);
  return /[\p{L}\p{N}]/u.test(text) ? withinLimit(text, max) : fault('required', empty);
}

/** Free text that may be empty. */
export function readComment(raw: string, max: number): Read<string> {
  return withinLimit(cleanLines(raw), max);
}

/** A person's name: at least two letters; letters, spaces, hyphens, apostrophes and dots only. */
export function readName(raw: string, max: number): Read<string> {
  const text = cleanLine(raw).replace(/[‐‑–—]/g, '-');
  if (text === '') return fault('required', say.nameEmpty);
  if (!/^[\p{L}\p{M} .'’ʼ-]+$/u.test(text) || (text.match(/\p{L}/gu) ?? []).length < 2) {
    return fault('symbols', say.nameSymbols);
  }
  return withinLimit(text, max);
}

const LOCAL_PART = /^[^\s@.,:;<>()[\]\\"]+(?:\.[^\s@.,:;<>()[\]\\"]+)*$/u;
const DOMAIN_LABEL = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u;

/** An e-mail address, Cyrillic ones too. Spaces are dropped; the domain is lower case in the stored form. */
export function readEmail(raw: string, max: number): Read<string> {
  const text = cleanLine(raw)
    .replace(/\s/g, '')
    .replace('＠', '@')
    .replace(/^mailto:/i, '')
    .replace(/^<|[>.,;]+$/g, '');
  if (text === '') return fault('required', say.emailEmpty);
  const [local, domain, ...rest] = text.split('@');
  if (local === undefined || domain === undefined || rest.length > 0) return fault('format', say.emailFormat);
  const labels = domain.toLowerCase().split('.');
  const right =
    local.length <= 64 &&
    LOCAL_PART.test(local) &&
    labels.length > 1 &&
    labels.every((label) => DOMAIN_LABEL.test(label)) &&
    /^(?:xn--.+|[\p{L}\p{M}]{2,})$/u.test(labels.at(-1) ?? '');
  return right && text.length <= max
    ? { value: `${local}@${labels.join('.')}` }
    : fault('format', say.emailFormat);
}

/**
 * A phone number in E.164 (`+79991234567`). Russian numbers may begin with +7, 7, 8 or the area code;
 * others with + or 00.
 */
export function readPhone(raw: string): Read<string> {
  const text = cleanLine(raw).normalize('NFKC');
  if (text === '') return fault('required', say.phoneEmpty);
  if (!/^[\d\s+()./‐‑–—-]*$/.test(text) || !/^[^+]*\+?[^+]*$/.test(text))
    return fault('format', say.phoneFormat);
  let digits = text.replace(/\D/g, '');
  if (digits === '') return fault('format', say.phoneFormat);
  const abroad = (text.startsWith('+') && !/^(?:7|89)/.test(digits)) || digits.startsWith('00');
  if (abroad) {
    digits = digits.replace(/^00/, '');
    return /^[1-9]\d{7,14}$/.test(digits) ? { value: `+${digits}` } : fault('format', say.phoneFormat);
  }
  // Ten digits are a number without its 7 or 8, unless they begin like a mobile one that lost its last digit.
  if (digits.length === 10 && !/^(?:7|89)/.test(digits)) digits = `7${digits}`;
  if (!/^[78]/.test(digits)) digits = `7${digits}`;
  if (digits.length < 11) return fault('short', say.phoneShort(digits.length));
  if (digits.length > 11) return fault('long', say.phoneLong(digits.length));
  return /^.[3-9]/.test(digits) ? { value: `+7${digits.slice(1)}` } : fault('format', say.phoneFormat);
}

/** A count of people in digits, words around it allowed («2 человека»). */
export function readCount(raw: string, min: number, max: number, empty: string): Read<number> {
  const text = cleanLine(raw).normalize('NFKC');
  if (text === '') return fault('required', empty);
  const found = /^[\p{L}\s]*(\d+)[\p{L}\s.]*$/u.exec(text)?.[1];
  if (found === undefined) return fault('format', say.numberFormat);
  const count = Number(found);
  return count >= min && count <= max ? { value: count } : fault('range', say.numberRange(min, max));
}

/** Words that people write around ages; anything else is refused, never guessed. */
const AGE_WORDS = /(?<!\p{L})(?:и|лет|года?|годик|годика|мне|детям|ребёнку|ребенку)(?!\p{L})/giu;
const NO_CHILDREN = /^(?:нет|без детей|детей нет|не будет|0 детей|[-–—]+)?[.!]?$/i;

/** Ages of children in years: «7 и 9», «7,9», «7 лет, 9 лет», «12–13». An empty line means no children. */
export function readAges(raw: string, max: number): Read<readonly number[]> {
  const text = cleanLine(raw).normalize('NFKC');
  if (text.length > max) return fault('too_long', say.tooLong(max, text.length));
  if (NO_CHILDREN.test(text)) return { value: [] };
  const bare = text.replace(AGE_WORDS, ' ').trim();
  if (!/^\d+(?:[\s,;.+/&–—-]+\d+)*[\s,;.]*$/.test(bare)) return fault('format', say.agesFormat);
  const ages = (bare.match(/\d+/g) ?? []).map(Number);
  return ages.every((age) => age <= 17) ? { value: ages } : fault('range', say.agesRange);
}
