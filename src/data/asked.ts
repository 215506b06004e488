/** What pages ask of one entry that only a look at many can tell. */
import { neighboursOf } from '../domain/neighbours.ts';
import { otherSessions } from '../domain/other-sessions.ts';
import { question } from './question.ts';

/** Where to go when a session takes no applications. */
export const askOtherSessions = question('other-sessions', otherSessions);

/** Enterprises of the same industry. */
export const askNeighbours = question('neighbours', neighboursOf);
