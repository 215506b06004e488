/**
 * Runs as the first thing of the body, before the first paint. One constant text, so that the content
 * security policy can name its hash. It does two things.
 *
 * 1. Puts the reader's settings of the vision panel on the root element (again.client.ts keeps them up to date).
 * 2. Waits for the letters of headings, text and figures, at most FONTS_WAIT_MS: the page appears in its own
 *    letters, or in the fallback for good, so that nothing moves or flashes afterwards. `data-fonts` says which:
 *    `wait`, on some pages `late`, then `own` or `fallback`. The title says whether the heading has Latin letters.
 */
import { VISION_KEYS, VISION_STORAGE, VISION_VALUE } from './settings.ts';

export const FONTS_WAIT_MS = 400;

const READ_SETTINGS =
  `try{let o=JSON.parse(localStorage.${VISION_STORAGE});` +
  `${JSON.stringify(VISION_KEYS)}.forEach(k=>typeof o[k]=='string'&&${String(VISION_VALUE)}.test(o[k])&&r.setAttribute('data-'+k,o[k]))}catch{}`;

/**
 * The letters that every page has are asked for by name, with no work on the page meanwhile. Those that few have
 * (Latin, rare signs) are asked for by laying it out: where there are such, it stays unseen until they came.
 * The set's own status says «loading» for a while after all have come, so each is asked.
 */
const LETTERS =
  `Promise.all(['Golos','Unbounded','PT Mono'].map(f=>d.fonts.load('1em '+f,'я1'+d.title)))` +
  `.then(()=>{if(!z){r.dataset.fonts='own';if(d.body.offsetHeight&&[...d.fonts].some(f=>f.status=='loading')){r.dataset.fonts='late';return d.fonts.ready}}})` +
  `.then(()=>'own')`;

const PATIENCE = `new Promise(s=>setTimeout(s,${String(FONTS_WAIT_MS)},'fallback'))`;

export const PRE_PAINT_SCRIPT =
  `((d,r,z)=>{${READ_SETTINGS};` +
  `if(d.fonts){r.dataset.fonts='wait';Promise.race([${LETTERS},${PATIENCE}])` +
  `.catch(()=>'fallback').then(s=>{r.dataset.fonts=z=s})}})(document,document.documentElement)`;
