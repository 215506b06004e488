/**
 * Runs as the first thing of the body, before the first paint. One constant text, so that the content
 * security policy can name its hash. It does four things.
 *
 * 1. Puts the reader's settings of the vision panel on the root element; again when the page was made ahead and is
 *    opened, or is shown as it was left: the reader may have chosen something else meanwhile.
 * 2. Waits for the letters of headings and text, at most FONTS_WAIT_MS: the page appears in its own letters, or in
 *    the fallback for good, so that nothing moves or flashes afterwards. `data-fonts` says which: `wait`, on some pages
 *    `top` or `late`, then `own` or `fallback`. A visitor's first page waits for no more (`data-letters`,
 *    late/figures.client.ts) unless its title needs Latin letters; when all have come once, a page waits for all that
 *    it has.
 * 3. Lets the page be laid out for the first paint without its far blocks (`data-far`, late/far-blocks.client.ts),
 *    unless the reader comes to a place further down: one that the address names, or where the page was left.
 * 4. Brings the first module (late/start.client.ts) when the page has been shown; it is complete without it. A page
 *    made ahead (seo/speculation.ts) is not painted before it is opened, and so asks for none. An address with a
 *    question (facets, search) asks at once: what modules show is the answer. The build says which it is by `data-src`
 *    (scripts/build/late-modules.ts); without it modules come by themselves.
 */
import { LETTERS_STORAGE } from '../late/letters-storage.ts';
import { VISION_KEYS, VISION_STORAGE, VISION_VALUE } from './settings.ts';

export const FONTS_WAIT_MS = 400;

/** What stands in the storage and is no choice is passed over. */
const READ_SETTINGS =
  `try{m||=localStorage.${LETTERS_STORAGE};let o=JSON.parse(localStorage.${VISION_STORAGE}||'{}');` +
  `${JSON.stringify(VISION_KEYS)}.forEach(k=>typeof o[k]=='string'&&${String(VISION_VALUE)}.test(o[k])?t[k]=o[k]:delete t[k])}catch{}`;

/** A page that is reloaded or gone back to is shown where it was left; a browser that does not tell may do so too. */
const FAR_BLOCKS_LATER = `location.hash||performance.getEntriesByType('navigation')[0]?.type!='navigate'||(t.far='')`;

/** A browser that does not tell of its first paint gets modules so much later than a frame, milliseconds. */
const UNTOLD_PAINT_MS = 1000;

/** Frames are not drawn ahead. A module that was brought once is not brought again; without an address, none is. */
const MODULE_AFTER_PAINT =
  `requestAnimationFrame(()=>setTimeout(i,${String(UNTOLD_PAINT_MS)})),` +
  `self.PerformanceObserver&&new PerformanceObserver(p=>p.getEntriesByName('first-contentful-paint')[0]&&i()).observe({type:'paint'})`;

/** Letters of figures that come when the page is shown already are left to the next one. */
const FIGURES = `t.letters='few';return m&&f('1em PT Mono').then(()=>z||delete t.letters)`;

/**
 * What need not be asked of the network: in a task after the one that has read the head and the styles, while letters
 * are on their way; in the first frame, before it is drawn, when that comes earlier; once.
 */
const PREPARE =
  `n=()=>{n=()=>{};m=/[a-z]/i.test(d.title);v();d.onprerenderingchange=onpageshow=v;` +
  `location.search||(${MODULE_AFTER_PAINT});if(d.fonts){${FAR_BLOCKS_LATER};${FIGURES}}}`;

/** The next task, as a rule before the next frame; with a browser that knows no such, all is one task. */
const NEXT_TASK = `h=async()=>window.scheduler?.postTask(()=>0,{priority:'user-blocking'})`;

/**
 * The letters that every page has are asked for by name, with no work on the page meanwhile, and until the page is
 * whole: half a menu would move when its other half comes. A visitor's first page is then laid out in two tasks: the
 * first use of letters is half of the work, and the top of the page has enough of them. Letters that few pages have
 * (Latin, rare signs) are asked for by laying out all: where there are such, it stays unseen until they came. The
 * set's own status says «loading» for a while after all have come, so each is asked. A long page on a slow line is
 * shown in parts when the time is over, in its own letters where these have come.
 */
const LETTERS =
  `Promise.all([Promise.all(['1em Golos','600 1em Golos','1em Unbounded'].map(f)).then(()=>l='own'),h().then(()=>n()),new Promise(s=>d.onreadystatechange=s)])` +
  `.then(()=>{if(!z&&!m){t.fonts='top';d.body.offsetHeight;return h()}})` +
  `.then(()=>{if(!z){t.fonts=l;if(d.body.offsetHeight&&[...d.fonts].some(f=>f.status=='loading')){t.fonts='late';l='fallback';return d.fonts.ready}}})`;

export const PRE_PAINT_SCRIPT =
  `((d,r,l,z)=>{let t=r.dataset,{src:u}=d.currentScript.dataset,i=()=>u&&import(u),f=k=>d.fonts.load(k,'я1'),m,v=()=>{${READ_SETTINGS}},${PREPARE},${NEXT_TASK};` +
  `location.search&&i();if(d.fonts){let e=s=>z||=t.fonts=s;t.fonts='wait';requestAnimationFrame(()=>n());` +
  `setTimeout(()=>{n();e(l)},${String(FONTS_WAIT_MS)});${LETTERS}.then(()=>e('own'),()=>e(l))}else n()` +
  `})(document,document.documentElement,'fallback')`;
