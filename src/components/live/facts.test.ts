import { expect, it } from 'vitest';
import type { RegistrationFacts } from '../../domain/registration-state.ts';
import { instantOf } from '../../time/moscow.ts';
import { packFacts, unpackFacts } from './facts.ts';

const visit: RegistrationFacts = {
  startsAt: instantOf('2026-12-31', '23:30'),
  endsAt: instantOf('2027-01-01', '01:00'),
  registrationOpensAt: instantOf('2026-11-01', '12:00'),
  registrationClosesAt: instantOf('2026-12-29'),
  registration: 'form',
  status: 'scheduled',
};
const cases: RegistrationFacts[] = [
  visit,
  { ...visit, registrationOpensAt: null },
  { ...visit, registrationClosesAt: null, registration: 'none' },
  { ...visit, registrationClosesAt: instantOf('2026-12-31', '12:00'), registration: 'link' },
];

it.each(cases)('the facts of a visit come back as they were, with their start or beside it', (facts) => {
  expect(unpackFacts(packFacts(facts))).toEqual(facts);
  expect(unpackFacts(packFacts(facts, true), { startsAt: facts.startsAt, endsAt: facts.endsAt })).toEqual(
    facts,
  );
});

it('visits of one length in one season say the same', () => {
  const next = {
    ...visit,
    startsAt: instantOf('2027-01-02', '09:00'),
    endsAt: instantOf('2027-01-02', '10:30'),
  };
  expect(packFacts({ ...next, registrationClosesAt: instantOf('2026-12-31') }, true)).toBe(
    packFacts(visit, true),
  );
});

it.each(['', '1 2 3', 'a b c d e f', ' 2i 280 t 0', 'x 2i 280 t 7', 'x  280 t 0'])(
  '«%s» is no facts',
  (text) => {
    expect(unpackFacts(text)).toBeNull();
  },
);
