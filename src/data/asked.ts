/** What pages ask of one entry that only a look at many can tell. */
import { mentions } from '../domain/mentions.ts';
import { neighbours } from '../domain/neighbours.ts';
import { otherSessions } from '../domain/other-sessions.ts';
import { question } from './question.ts';

/** Where to go when a session takes no applications. */
export const askOtherSessions = question('other-sessions', otherSessions);

/** Events and news that name an enterprise. */
export const askMentions = question('mentions', mentions);

/** Enterprises of the same industry. */
export const askNeighbours = question('neighbours', neighbours);
