/**
 * Runs as the first thing of the body, before the first paint. One constant text, so that the content
 * security policy can name its hash. It does three things.
 *
 * 1. Puts the reader's settings of the vision panel on the root element (again.client.ts keeps them up to date).
 * 2. Waits for the letters of headings and text, at most FONTS_WAIT_MS: the page appears in its own letters, or in
 *    the fallback for good, so that nothing moves or flashes afterwards. `data-fonts` says which: `wait`, on some pages
 *    `late`, then `own` or `fallback`. The title says whether the heading has Latin letters. A visitor's first page
 *    waits for no more (`data-letters`, late/figures.client.ts); when all have come once, for the figures' as well.
 * 3. Marks what stands on the first screen: the rest is laid out after the first paint (late/far-blocks.client.ts). Not
 *    where the reader comes to a place further down (by an anchor, by loading again, by going back).
 */
import { FAR_BLOCKS } from '../late/far-blocks.ts';
import { LETTERS_STORAGE } from '../late/letters-storage.ts';
import { VISION_KEYS, VISION_STORAGE, VISION_VALUE } from './settings.ts';

export const FONTS_WAIT_MS = 400;

const READ_SETTINGS =
  `let m;try{m=localStorage.${LETTERS_STORAGE};let o=JSON.parse(localStorage.${VISION_STORAGE});` +
  `${JSON.stringify(VISION_KEYS)}.forEach(k=>typeof o[k]=='string'&&${String(VISION_VALUE)}.test(o[k])&&r.setAttribute('data-'+k,o[k]))}catch{}`;

const FIRST_SCREEN =
  `if(!location.hash&&performance.getEntriesByType('navigation')[0]?.type=='navigate'){r.dataset.far='';` +
  `for(let b of d.querySelectorAll('${FAR_BLOCKS}'))if(b.getBoundingClientRect().top<innerHeight)b.dataset.near=''}`;

/**
 * The letters that every page has are asked for by name, with no work on the page meanwhile, and until the page is
 * whole: half a menu would move when its other half comes. Those that few have (Latin, rare signs) are asked for by
 * laying it out: where there are such, it stays unseen until they came. The set's own status says «loading» for a
 * while after all have come, so each is asked.
 */
const LETTERS =
  `Promise.all(['','600 '].map(w=>d.fonts.load(w+'1em Golos','я1')).concat(d.fonts.load('1em Unbounded','я1'+d.title),m?d.fonts.load('1em PT Mono','я1'):r.dataset.letters='few'))` +
  `.then(()=>new Promise(s=>{l='own';d.readyState=='loading'?d.onreadystatechange=s:s()}))` +
  `.then(()=>{if(!z){r.dataset.fonts='own';${FIRST_SCREEN}if(d.body.offsetHeight&&[...d.fonts].some(f=>f.status=='loading')){r.dataset.fonts='late';l='fallback';return d.fonts.ready}}})` +
  `.then(()=>'own')`;

/** A long page on a slow line is shown in parts, in its own letters where these have come. */
const PATIENCE = `new Promise(s=>setTimeout(()=>s(l),${String(FONTS_WAIT_MS)}))`;

export const PRE_PAINT_SCRIPT =
  `((d,r,l,z)=>{${READ_SETTINGS};` +
  `if(d.fonts){r.dataset.fonts='wait';Promise.race([${LETTERS},${PATIENCE}])` +
  `.catch(()=>'fallback').then(s=>{r.dataset.fonts=z=s})}})(document,document.documentElement,'fallback')`;
