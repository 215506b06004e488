/** Reads fields that may be wrong: gives the value where it is right, undefined otherwise. */
import { isClockTime, isDay } from '../../../src/time/moscow.ts';
import type { ClockTime, Day } from '../../../src/time/moscow.ts';
import { isRecord } from '../read/entry.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function textOf(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(fields: Fields, key: string): number | undefined {
  const value = fields[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function dayField(fields: Fields, key: string): Day | undefined {
  const value = textOf(fields, key);
  return value !== undefined && isDay(value) ? value : undefined;
}

export function timeField(fields: Fields, key: string): ClockTime | undefined {
  const value = textOf(fields, key);
  return value !== undefined && isClockTime(value) ? value : undefined;
}

/** A year, month or day; YAML reads an unquoted year as a number. */
export function partialDayField(fields: Fields, key: string): string | undefined {
  return asPartialDay(fields[key]);
}

export function asPartialDay(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^[1-9]\d{3}(?:-\d{2}){0,2}$/.test(text)) return undefined;
  if (text.length === 10) return isDay(text) ? text : undefined;
  if (text.length === 7 && !/-(?:0[1-9]|1[0-2])$/.test(text)) return undefined;
  return text;
}

export function recordOf(fields: Fields, key: string): Fields | undefined {
  const value = fields[key];
  return isRecord(value) ? value : undefined;
}

/** The list's items; empty when it is no list. */
export function listOf(fields: Fields, key: string): readonly unknown[] {
  const value = fields[key];
  return Array.isArray(value) ? value : [];
}

/** The list's items that are groups of fields, with their places in the list. */
export function recordsOf(fields: Fields, key: string): { index: number; item: Fields }[] {
  return listOf(fields, key).flatMap((item, index) => (isRecord(item) ? [{ index, item }] : []));
}
