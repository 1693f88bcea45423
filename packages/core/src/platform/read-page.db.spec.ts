import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { searchKey } from '@nhip/contracts';
import { openTestProduct, type TestProduct } from '../testing/index.js';
import { readPage, type Sql } from './index.js';

let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product.close());

describe('a page of a list', () => {
  const texts: string[] = [];
  const counting: Sql = {
    rows: (text, values) => {
      texts.push(text);
      return product.reader.rows(text, values);
    },
  };
  const list = (page: number, least = 1) =>
    readPage<{ n: number }>(
      counting,
      `select n, count(*) over ()::int as total from generate_series(1, 7) n where n >= $1::int order by n`,
      [least],
      { page, perPage: 3 },
    );

  it('holds its rows and the total of all, read with one statement', async () => {
    texts.length = 0;
    expect(await list(3)).toEqual({ items: [{ n: 7 }], total: 7 });
    expect(texts).toHaveLength(1);
  });

  it('behind the last one is empty and still knows the total', async () => {
    texts.length = 0;
    expect(await list(4)).toEqual({ items: [], total: 7 });
    expect(new Set(texts).size).toBe(1);
  });

  it('of nothing is empty, however far', async () => {
    expect([await list(1, 99), await list(9, 99)]).toEqual([
      { items: [], total: 0 },
      { items: [], total: 0 },
    ]);
  });
});

describe('the key a list is searched by', () => {
  it.each([
    'Phường Đáp Cầu',
    'THÔNG BÁO số 25/TB-UBND',
    'Đề nghị  giải trình\n kết quả',
    'ưu tiên ƠN ĂN Ỷ lại',
    'Phường Đáp Cầu'.normalize('NFD'),
    '１２ ＴＢ',
    '100 % _ \\ (x)',
    '',
  ])('is the same in the database and outside: %s', async (text) => {
    const [row] = await product.reader.rows<{ key: string }>('select search_key($1::text) as key', [text]);
    expect(row?.key).toBe(searchKey(text));
  });
});
