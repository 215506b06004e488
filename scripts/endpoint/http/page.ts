/** The frame of the endpoint's own pages: no scripts, a policy that allows nothing but its one style sheet. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Html, html } from '../html.ts';

const STYLE = `
:root{color-scheme:light dark;--paper:#F4F1EA;--ink:#16191D;--mute:#4A5058;--act:#A8321A;--on:#fff;--rule:#8A8578}
@media(prefers-color-scheme:dark){:root{--paper:#14171B;--ink:#ECE8DF;--mute:#A9AEB4;--act:#FF8A66;--on:#14171B;--rule:#737A83}}
*{box-sizing:border-box}
body{margin:0;padding:24px;background:var(--paper);color:var(--ink);font:18px/1.5 "Golos Text",Arial,Helvetica,sans-serif}
main{max-width:44rem;margin:0 auto}main.wide{max-width:80rem}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2rem}
a{color:var(--act)}
dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:8px 16px;border-top:1px solid var(--rule);padding-top:8px}
dt{color:var(--mute)}dd{margin:0;overflow-wrap:anywhere}
button{font:inherit;min-height:48px;padding:8px 20px;border:2px solid var(--act);background:var(--act);color:var(--on);cursor:pointer}
button.second{background:transparent;color:var(--act)}
input{font:inherit;min-height:44px;padding:6px 10px;border:1px solid var(--ink);background:transparent;color:inherit;max-width:100%}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
form{margin:16px 0}form.inline{display:inline-block;margin:0 8px 8px 0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:1rem}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--rule)}
@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:8px}}
@media print{nav,form,.screen{display:none}body{background:#fff;color:#000;padding:0;font-size:11pt}main.wide{max-width:none}}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const HEADERS = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  // Addresses of tickets are secrets: they are told to nobody and kept nowhere.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

export type PageOptions = { readonly status?: ContentfulStatusCode; readonly wide?: boolean };

/** A whole page. */
export function page(c: Context, title: string, content: Html, options: PageOptions = {}): Response {
  const document = html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} — Открой#Моспром</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <main class="${options.wide === true ? 'wide' : 'narrow'}">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `;
  return c.body(document.text, options.status ?? 200, {
    ...HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
  });
}

/** After a button: back to a page that may be reloaded. */
export function seeOther(c: Context, location: string): Response {
  return c.body(null, 303, { ...HEADERS, Location: location });
}

/** Facts as a list of terms. */
export function factList(facts: readonly { readonly label: string; readonly value: string }[]): Html {
  return html`<dl>
    ${facts.map(
      (fact) =>
        html`<dt>${fact.label}</dt>
          <dd>${fact.value}</dd>`,
    )}
  </dl>`;
}
