import { describe, expect, it } from 'vitest';
import { qrCode } from './qr.ts';
import { shareLinks } from './share.ts';

describe('sharing', () => {
  it('encodes address and title', () => {
    const [vk] = shareLinks('https://example.ru/a/?b=1&c=2', 'Экскурсия & «завод»');
    const url = new URL(vk?.url ?? '');
    expect(url.searchParams.get('url')).toBe('https://example.ru/a/?b=1&c=2');
    expect(url.searchParams.get('title')).toBe('Экскурсия & «завод»');
  });
});

describe('the code', () => {
  const code = qrCode('https://example.ru/seasons/2026-09/primer/2026-09-15-1030/');

  it('has its three finder patterns inside a quiet zone of four', () => {
    expect(code.size).toBeGreaterThanOrEqual(21 + 8);
    expect(code.path.startsWith('M4 4h7v1h-7z')).toBe(true);
    expect(code.path).toContain(`M${code.size - 4 - 7} 4h7v1h-7z`);
    expect(code.path).toContain(`M4 ${code.size - 4 - 7}h7v1h-7z`);
  });

  it('differs for another address', () => {
    expect(qrCode('https://example.ru/').path).not.toBe(code.path);
  });
});
