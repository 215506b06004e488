/**
 * Components that a text in .mdx may use, and their attributes. One definition for the site's components,
 * the editors' check and the guide. Every attribute is a plain text in quotes; `{expressions}` are refused.
 */
import { z } from 'zod';
import { line, webAddress } from './fields.ts';

export const mdxComponents = {
  Fact: z
    .strictObject({
      value: line(60).describe('Само число или короткий факт. Пример: 1804'),
      label: line(160).describe('Что это за число. Пример: год основания'),
      source: line(160).optional().describe('Откуда известно. Пример: сайт предприятия'),
    })
    .describe('Крупное число с подписью'),
  Note: z
    .strictObject({
      title: line(120).optional().describe('Заголовок пометки. Пример: О ссылке на сайт'),
    })
    .describe('Пометка в рамке; текст стоит между <Note> и </Note>'),
  Video: z
    .strictObject({
      url: webAddress.describe('Адрес страницы с видео. Пример: https://example.ru/video'),
      title: line(160).describe('О чём видео. Пример: Видеотур по цеху'),
      duration: line(40).optional().describe('Сколько длится. Пример: 12 минут'),
    })
    .describe('Ссылка на видео: сайт ничего чужого не загружает сам'),
  Quote: z
    .strictObject({
      author: line(120).optional().describe('Кто сказал. Пример: мастер участка'),
      source: line(160).optional().describe('Где опубликовано. Пример: газета «Рабочий»'),
      url: webAddress.optional().describe('Ссылка на публикацию. Пример: https://example.ru/news/1'),
    })
    .describe('Цитата; слова стоят между <Quote> и </Quote>'),
  Gallery: z
    .strictObject({
      caption: line(200).optional().describe('Общая подпись. Пример: В сборочном цехе'),
    })
    .describe('Ряд снимков: картинки Markdown стоят между <Gallery> и </Gallery>'),
} as const;

export type MdxComponentName = keyof typeof mdxComponents;
export type MdxComponentProps = { [Name in MdxComponentName]: z.output<(typeof mdxComponents)[Name]> };

/** True when texts in .mdx may use a component of this name. */
export function isMdxComponent(name: string): name is MdxComponentName {
  return Object.hasOwn(mdxComponents, name);
}
