import { createHmac, timingSafeEqual } from 'node:crypto';

/** Somebody who has logged in, as this application knows people. */
export interface User {
  id: string;
  company: string;
  job: 'csm' | 'manager';
}

const COOKIE = 'session';

/** Takes the place of the sessions that your application has: a user in a cookie, signed, so that nobody writes one. */
export const createSessions = (secret: string) => {
  const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

  return {
    /** A value of `Set-Cookie`. */
    open(user: User): string {
      const text = Buffer.from(JSON.stringify(user)).toString('base64url');
      return `${COOKIE}=${text}.${sign(text)}; HttpOnly; SameSite=Lax; Path=/`;
    },
    /** @returns who has logged in, or null for no cookie and for one that was not signed here */
    read(cookies: string | null): User | null {
      const [, text = '', signature = ''] = /(?:^|; )session=([\w-]+)\.([\w-]+)/.exec(cookies ?? '') ?? [];
      const [expected, given] = [Buffer.from(sign(text)), Buffer.from(signature)];
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as User;
    },
  };
};
