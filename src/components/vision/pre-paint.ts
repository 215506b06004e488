/**
 * Runs as the first thing of the body, before the first paint. One constant text, so that the content
 * security policy can name its hash. It does three things.
 *
 * 1. Puts the reader's settings of the vision panel on the root element; once more when a page that was made
 *    ahead (seo/speculation.ts) is shown: they may have been changed since.
 * 2. Waits for the letters of headings, text and figures, at most FONTS_WAIT_MS: the page appears in its own
 *    letters, or in the fallback for good, so that nothing moves or flashes afterwards. `data-fonts` says which:
 *    `wait`, on some pages `late`, then `own` or `fallback`. The title says whether the heading has Latin letters.
 * 3. Starts the page's modules after its first frame has been shown: it is complete without them. The build
 *    writes them as `data-src` (scripts/build/late-modules.ts), in an order that is kept. A page made ahead is not
 *    painted before it is opened, and so runs none. An address with a question (facets, search) starts them at
 *    once: what they show is the answer.
 */
import { VISION_KEYS, VISION_STORAGE } from './settings.ts';

export const FONTS_WAIT_MS = 400;
const UNTOLD_PAINT_MS = 1000;

const READ_SETTINGS =
  `function v(){try{var o=JSON.parse(localStorage.getItem('${VISION_STORAGE}')||'{}');` +
  `${JSON.stringify(VISION_KEYS)}.forEach(function(k){typeof o[k]=='string'&&/^[a-z0-9]{1,8}$/.test(o[k])&&r.setAttribute('data-'+k,o[k])})}catch(e){}}`;

const START_MODULES =
  `function m(){if(!y){y=1;d.querySelectorAll('script[data-src]').forEach(function(o){var n=d.createElement('script');` +
  `n.type='module';n.async=false;n.src=o.dataset.src;d.head.append(n)})}}` +
  // A browser that does not tell of its first paint gets them a second later. Frames are not drawn ahead.
  `function g(){requestAnimationFrame(function(){setTimeout(m,${String(UNTOLD_PAINT_MS)})});` +
  `try{new PerformanceObserver(function(l){l.getEntriesByName('first-contentful-paint')[0]&&m()}).observe({type:'paint',buffered:true})}catch(e){}}`;

/**
 * The letters that every page has are asked for by name, with no work on the page meanwhile. Those that few have
 * (Latin, rare signs) are asked for by laying it out: where there are such, it stays unseen until they came.
 * The set's own status says «loading» for a while after all have come, so each is asked.
 */
const LETTERS =
  `Promise.all(['400 1em Golos','600 1em Unbounded','1em PT Mono'].map(function(f){return d.fonts.load(f,'я1'+d.title)}))` +
  `.then(function(){if(z)return;r.dataset.fonts='own';if(d.body.offsetHeight&&Array.from(d.fonts,function(f){return f.status}).indexOf('loading')>=0){r.dataset.fonts='late';return d.fonts.ready}})` +
  `.then(function(){return 'own'})`;

const PATIENCE = `new Promise(function(s){setTimeout(s,${String(FONTS_WAIT_MS)},'fallback')})`;

export const PRE_PAINT_SCRIPT =
  `(function(d,r,y,z){${READ_SETTINGS}${START_MODULES}v();d.addEventListener('prerenderingchange',v);location.search&&d.addEventListener('DOMContentLoaded',m);` +
  `if(d.fonts&&window.Promise){r.dataset.fonts='wait';Promise.race([${LETTERS},${PATIENCE}])` +
  `.catch(function(){return 'fallback'}).then(function(s){r.dataset.fonts=z=s;` +
  `d.readyState=='loading'?d.addEventListener('DOMContentLoaded',g):g()})}})(document,document.documentElement)`;
