/** A letter as plain text and as HTML with the same words. */
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Letter } from './letters.ts';

const NBSP = /[\u00A0\u202F]/g;

/** Plain text: one thing per line, links written out. */
export function letterText(letter: Letter): string {
  const facts = letter.facts.map((fact) => `${fact.label}: ${fact.value}`).join('\n');
  const links = letter.links.map((link) => `${link.text}:\n${link.url}`).join('\n\n');
  const parts = [...letter.paragraphs, facts, links, ...letter.closing];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`.replace(NBSP, ' ');
}

// Mail programs know no style sheets worth the name: a few inline styles, readable without them.
const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#16191D';

/** HTML without pictures, scripts or anything from elsewhere. */
export function letterHtml(letter: Letter): string {
  const paragraph = (text: string): Html => html`<p style="margin:0 0 16px">${text}</p>`;
  const page = html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${letter.subject}</title>
      </head>
      <body style="margin:0;padding:24px;background:#F4F1EA;${FONT}">
        <div style="max-width:560px;margin:0 auto">
          ${letter.paragraphs.map(paragraph)}
          <table role="presentation" style="border-collapse:collapse;margin:0 0 16px;${FONT}">
            ${letter.facts.map(
              (fact) =>
                html`<tr>
                  <td
                    style="padding:6px 16px 6px 0;vertical-align:top;border-top:1px solid #8A8578;color:#4A5058"
                  >
                    ${fact.label}
                  </td>
                  <td style="padding:6px 0;vertical-align:top;border-top:1px solid #8A8578">${fact.value}</td>
                </tr> `,
            )}
          </table>
          ${letter.links.map(
            (link) =>
              html`<p style="margin:0 0 16px">
                <a href="${link.url}" style="color:#A8321A">${link.text}</a>
              </p> `,
          )}${letter.closing.map(paragraph)}
        </div>
      </body>
    </html> `;
  return page.text;
}
