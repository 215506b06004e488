import type { Day } from '../../../src/time/moscow.ts';
import { addDays } from '../../../src/time/moscow.ts';
import type { ContentFile } from '../entry/entry-text.ts';
import { entryText, quoted } from '../entry/entry-text.ts';
import { FICTION, FICTION_SOURCE } from './enterprise.ts';
import { SEASON_FICTION } from './season.ts';
import { SLOTS_A_DAY, plainSession } from './session.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fictionalAddress } from './words.ts';

export const STRESS_SEASON = 'demo-stress';
export const CROWDED_DAY_SESSIONS = 60;
/** 45 letters without a place to break. */
export const LONG_WORD = 'Электрогидродинамикорентгенодиагностикостроение'.slice(0, 45);
const LONG_NAME_LENGTH = 180;
const MANY_FORMATS = 12;

/** Text of exactly so many characters, ending in a letter. */
function textOfLength(start: string, filler: string, length: number): string {
  const text = start + filler.repeat(Math.ceil(length / filler.length));
  return text.slice(0, length).replace(/\s$/u, 'а');
}

const LONG_NAME = textOfLength(
  'Демонстрационное научно-производственное объединение ',
  'измерительной техники и точного приборостроения имени вымышленного изобретателя ',
  LONG_NAME_LENGTH,
);

type Odd = { readonly id: string; readonly fields: Readonly<Record<string, unknown>>; readonly body: string };

/** Entries that try a design: too long, too short, too many. */
function oddEnterprises(vocabulary: Vocabulary): Odd[] {
  const industry = vocabulary.industries[0]?.id;
  const okrug = vocabulary.okrugs[0]?.id;
  const formats = vocabulary.formats.map((format) => format.id);
  const few = formats.slice(0, 1);
  return [
    {
      id: 'demo-stress-long-name',
      fields: {
        name: LONG_NAME,
        makes: textOfLength('', 'приборы, о которых трудно рассказать коротко, ', 240),
        industry,
        okrug,
        district: textOfLength('', 'поселение с длинным названием ', 80),
        address: textOfLength('Вымышленная улица, 1, ', 'строение 12, корпус 34, подъезд 5, ', 200),
        addressNote: textOfLength('', 'вход со двора, через третью арку, ', 240),
        coordinates: { lat: 55.7, lon: 37.6 },
        metro: textOfLength('', 'Станция с очень длинным названием ', 100),
        formats,
        admission: {
          minAge: 18,
          documents: textOfLength('', 'паспорт, пропуск и справка, ', 300),
          passNeeded: true,
          dress: textOfLength('', 'закрытая обувь, длинные рукава, ', 300),
          photo: 'zones',
          health: textOfLength('', 'шум, лестницы, перепады температуры, ', 300),
          provided: textOfLength('', 'каска, халат, очки, бахилы, ', 300),
        },
      },
      body: `${FICTION}\n\n${'Очень длинный рассказ о цехе, в котором ничего не происходит. '.repeat(40)}`,
    },
    {
      id: 'demo-stress-long-word',
      fields: {
        name: LONG_WORD,
        shortName: LONG_WORD,
        makes: LONG_WORD.toLowerCase(),
        industry,
        okrug,
        formats: few,
      },
      body: FICTION,
    },
    {
      id: 'demo-stress-bare',
      // No okrug, no address, no picture, no body beyond the one line: all that is optional is absent.
      fields: { name: 'Ы', makes: 'ничего', industry, formats: few },
      body: FICTION,
    },
    {
      id: 'demo-stress-many-formats',
      fields: {
        name: 'Демонстрационный завод всех форматов сразу',
        makes: 'всё понемногу',
        industry,
        okrug,
        formats: formats.slice(0, MANY_FORMATS),
        alsoKnownAs: Array.from({ length: 20 }, (_, index) => `Другое название № ${String(index + 1)}`),
        sources: Array.from({ length: 40 }, (_, index) => ({
          title: `${FICTION_SOURCE}, ${String(index + 1)}`,
        })),
      },
      body: FICTION,
    },
  ];
}

function enterpriseFile(odd: Odd): ContentFile {
  const fields = { standing: 'active', sources: [{ title: FICTION_SOURCE }], ...odd.fields, demo: true };
  return { path: `enterprises/${odd.id}.md`, text: entryText(fields, odd.body) };
}

/** Plants of the crowded day: as many as it takes when each fills all of its slots. */
function crowd(vocabulary: Vocabulary): Odd[] {
  const count = Math.ceil(CROWDED_DAY_SESSIONS / SLOTS_A_DAY);
  return Array.from({ length: count }, (_, index) => ({
    id: `demo-stress-crowd-${String(index + 1)}`,
    fields: {
      name: `Демонстрационный цех тесного дня № ${String(index + 1)}`,
      makes: 'очередь у проходной',
      industry: vocabulary.industries[index % vocabulary.industries.length]?.id,
      address: fictionalAddress(index + 1),
      formats: vocabulary.formats.slice(0, 1).map((format) => format.id),
    },
    body: FICTION,
  }));
}

/** A season with days of 60 sessions, of one, and of none, and with four-digit counts. */
function* stressSeason(from: Day, vocabulary: Vocabulary): Generator<ContentFile> {
  const end = addDays(from, 20);
  yield {
    path: `seasons/${STRESS_SEASON}/index.md`,
    text: entryText(
      {
        title: textOfLength(
          'Демонстрационный сезон ',
          'с названием, которое не помещается ни в одну строку, ',
          160,
        ),
        umbrella: textOfLength('', 'Городской проект с длинным названием, ', 160),
        start: from,
        end,
        registrationOpens: { date: addDays(from, -14), time: quoted('12:00') },
        figures: [
          { value: '9 999', label: 'вымышленных посещений', source: 1, date: from },
          { value: 'более 1 234 567', label: 'вымышленных заявок', source: 1, date: from },
        ],
        sources: [{ title: FICTION_SOURCE, date: from }],
        demo: true,
      },
      SEASON_FICTION,
    ),
  };
  const format = vocabulary.formats[0]?.id ?? 'excursion';
  for (const odd of crowd(vocabulary)) {
    const slots = Array.from({ length: SLOTS_A_DAY }, (_, slot) => ({ day: addDays(from, 5), slot }));
    yield programmeFile(
      odd.id,
      slots.map((at) => plainSession(at, format, at.slot === 0 ? 2000 : 15)),
    );
  }
  const title = textOfLength('', 'Маршрут с длинным названием через все цеха, ', 160);
  const lonely = {
    ...plainSession({ day: addDays(from, 6), slot: 0 }, format, 1),
    title,
    durationMinutes: 720,
  };
  yield programmeFile('demo-stress-long-name', [lonely]);
  yield programmeFile('demo-stress-bare', []);
}

function programmeFile(enterprise: string, sessions: readonly Record<string, unknown>[]): ContentFile {
  return { path: `seasons/${STRESS_SEASON}/${enterprise}.md`, text: entryText({ sessions }, SEASON_FICTION) };
}

/** Long, empty and crowded entries for tests of the design. `from` is the first day of their season. */
export function* stressFiles(from: Day, vocabulary: Vocabulary): Generator<ContentFile> {
  for (const odd of [...oddEnterprises(vocabulary), ...crowd(vocabulary)]) yield enterpriseFile(odd);
  yield* stressSeason(from, vocabulary);
}
