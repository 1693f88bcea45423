import { describe, expect, it } from '@jest/globals';
import { PASSWORD_MAX } from '@nhip/contracts';
import { commonPasswords } from './common-passwords.js';
import { checkNewPassword } from './password.js';
import { newInitialPassword, newToken } from './tokens.js';

const codeOf = (password: string, userName = 'nguyen.van.an') => {
  const outcome = checkNewPassword(password, userName);
  return outcome.ok ? 'ok' : outcome.code;
};

describe('checkNewPassword', () => {
  it.each([
    ['một câu dài dễ nhớ', 'ok'],
    ['correct horse battery', 'ok'],
    ['tám ký t', 'ok'],
    ['bảy chữ', 'PASSWORD_TOO_SHORT'],
    ['', 'PASSWORD_TOO_SHORT'],
    ['x y'.repeat(PASSWORD_MAX), 'PASSWORD_TOO_LONG'],
    ['12345678', 'PASSWORD_COMMON'],
    ['PassWord1', 'PASSWORD_COMMON'],
    ['Matkhau@123', 'PASSWORD_COMMON'],
    ['abababababab', 'PASSWORD_COMMON'],
    ['zzzzzzzzzzzz', 'PASSWORD_COMMON'],
    ['abcdefghijkl', 'PASSWORD_COMMON'],
    ['9876543210', 'PASSWORD_COMMON'],
    ['Nguyen.Van.An@2022', 'PASSWORD_HAS_USER_NAME'],
  ])('%j: %s', (password, expected) => {
    expect(codeOf(password)).toBe(expected);
  });

  it('looks at the name before the @ only', () => {
    expect(codeOf('gov.vn là tốt', 'an.nguyen@bacninh.gov.vn')).toBe('ok');
    expect(codeOf('an.nguyen là tôi', 'an.nguyen@bacninh.gov.vn')).toBe('PASSWORD_HAS_USER_NAME');
  });

  it('takes 64 signs and more, of any kind, without rules about their mixture', () => {
    expect(codeOf('mưa rơi ngoài hiên '.repeat(4))).toBe('ok');
  });

  it('has only passwords in the list that nothing else refuses', () => {
    for (const password of commonPasswords)
      expect([password, [...password].length >= 8]).toEqual([password, true]);
  });
});

describe('tokens', () => {
  it('have 256 bits; an initial password passes the rules for new ones', () => {
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    for (let round = 0; round < 50; round += 1) expect(codeOf(newInitialPassword())).toBe('ok');
  });
});
