/** Writes a bank's brand into the page of a screen. Pure. */
import { escapeHtml } from '../http/html.ts';
import type { Brand } from './read-brand.ts';

export const BRAND_CSS = '/brand/brand.css';
export const BRAND_LOGO = '/brand/logo';

/**
 * The style sheet comes last, the logo and the texts are attributes of the page: nothing of it is a
 * script, so that the policy of the pages allows none.
 */
export const brandedPage = (html: string, { css, logo, texts }: Brand): string => {
  const attributes = [
    logo && ` data-logo="${BRAND_LOGO}"`,
    Object.keys(texts).length > 0 && ` data-texts="${escapeHtml(JSON.stringify(texts))}"`,
  ].filter((attribute) => typeof attribute === 'string');
  const link = css === null ? '' : `<link rel="stylesheet" href="${BRAND_CSS}" />\n`;
  return html
    .replace('<html', () => `<html${attributes.join('')}`)
    .replace('</head>', () => `${link}</head>`);
};
