import { expect, it } from 'vitest';
import { clearCookie, SESSION_COOKIES, setCookie, tokensIn } from './session-cookie.ts';

it('AUTH-2 behind TLS a cookie is secure, and its name binds it to this host alone', () => {
  for (const cookie of SESSION_COOKIES) {
    for (const text of [setCookie(cookie, 'a-token', true), clearCookie(cookie, true)]) {
      expect(text).toMatch(new RegExp(`^__Host-tingxu-${cookie}=[\\w-]*; Path=/; HttpOnly; `));
      expect(text).toMatch(/; SameSite=Strict; Secure(; Max-Age=0)?$/);
      expect(text).not.toContain('Domain');
    }
  }
});

it('AUTH-2 behind TLS a cookie of another name, which a plain page could have set, is none', () => {
  expect(tokensIn({ cookie: 'tingxu-session=planted' }, true)).toEqual([]);
  expect(tokensIn({ cookie: '__Host-tingxu-session=given' }, true)).toEqual(['given']);
});
