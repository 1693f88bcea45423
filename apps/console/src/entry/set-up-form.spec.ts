import { describe, expect, it } from '@jest/globals';
import { setUpCommand } from '@nhip/contracts';
import { entryTexts } from '../i18n/entry.js';
import { remarksByField, setUpBody, wrongInSetUp } from './set-up-form.js';

const form = {
  administrationName: ' Thành phố Sa Đéc ',
  administrationCode: 'sa-dec',
  fullName: 'Nguyễn Thị Hòa',
  userName: 'nguyen.thi.hoa',
  password: 'một câu dài dễ nhớ',
  passwordAgain: 'một câu dài dễ nhớ',
};
const texts = entryTexts.vi.setUp;

describe('the first set-up', () => {
  it('sends what the contract asks for', () => {
    const body = setUpBody('x'.repeat(43), form, 'vi');
    expect(setUpCommand.parse(body)).toMatchObject({
      administration: { code: 'SA-DEC', names: { vi: 'Thành phố Sa Đéc' } },
      account: { userName: 'nguyen.thi.hoa', language: 'vi' },
    });
  });

  it('names blank fields and two different passwords', () => {
    expect(wrongInSetUp(form, texts)).toEqual({});
    expect(wrongInSetUp({ ...form, fullName: ' ' }, texts)).toEqual({ fullName: texts.blank });
    expect(wrongInSetUp({ ...form, passwordAgain: 'khác' }, texts)).toEqual({
      passwordAgain: texts.different,
    });
  });

  it('puts the server’s remarks beside its fields', () => {
    expect(remarksByField({ 'administration.code': 'a', 'account.password': 'b' })).toEqual({
      administrationCode: 'a',
      password: 'b',
    });
  });
});
