/** The fault matrix: browser × endpoint, every row a sentence with what must hold. */
import type { Row } from './row.ts';
import { NETWORK_ROWS } from './rows-network.ts';
import { PLAIN_ROWS } from './rows-plain.ts';
import { TIME_ROWS } from './rows-time.ts';
import { VISITOR_ROWS } from './rows-visitor.ts';

export const MATRIX: readonly Row[] = [...VISITOR_ROWS, ...NETWORK_ROWS, ...PLAIN_ROWS, ...TIME_ROWS];
