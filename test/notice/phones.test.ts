import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misread, phonesIn, readOne } from './plan.js';

const SEED = { seed: 20261121, numRuns: 300 };

const none = (texts: readonly string[]): string[] =>
  misread(
    texts.map((text) => [text, []] as const),
    phonesIn,
  );

describe('telephone numbers', () => {
  it('are found in every class', () => {
    expect(
      misread(
        [
          ['致电15400000123', ['15400000123']],
          ['致电17000000003核实', ['17000000003']],
          ['客服4000-000-123', ['4000000123']],
          ['客服800-000-0123', ['8000000123']],
          ['致电0755-26000000', ['075526000000']],
          ['拨打95599', ['95599']],
          ['拨打0755-95599', ['075595599']],
          ['咨询12345', ['12345']],
          ['拨打110', ['110']],
          ['退订回T至10690000123', ['10690000123']],
          ['拨+852 6000 0123', ['85260000123']],
          ['回电00852 6000 0123', ['0085260000123']],
        ],
        phonesIn,
      ),
    ).toEqual([]);
  });

  it('are found in every spelling', () => {
    expect(
      misread(
        [
          ['154 0000 0123', ['15400000123']],
          ['154-0000-0123', ['15400000123']],
          ['154.0000.0123', ['15400000123']],
          ['154·0000·0123', ['15400000123']],
          ['154–0000–0123', ['15400000123']],
          ['1 5 4 0 0 0 0 0 1 2 3', ['15400000123']],
          ['１５４００００１２３４', ['15400001234']],
          ['①⑤④00001234', ['15400001234']],
          ['一五四〇〇〇〇一二三四', ['15400001234']],
          ['幺五四零零零零幺二三四', ['15400001234']],
          ['154零零零零1234', ['15400001234']],
          ['拨打九五五九九', ['95599']],
          ['154OOOO1234', ['15400001234']],
          ['4OO-0OO-1234', ['4000001234']],
          ['l5400000123', ['15400000123']],
          ['(0755)2600 0000', ['075526000000']],
          ['（010）6200-0000', ['01062000000']],
          ['955-99', ['95599']],
          ['154\u200b0000\u200b0123', ['15400000123']],
        ],
        phonesIn,
      ),
    ).toEqual([]);
  });

  it('keep 00 and drop + before a country code', () => {
    expect(
      misread(
        [
          ['+86 154 0000 0123', ['8615400000123']],
          ['(+86)15400000123', ['8615400000123']],
          ['0086-154-0000-0123', ['008615400000123']],
          ['0086-10-6200 0000', ['00861062000000']],
          ['00952-1234567', ['009521234567']],
        ],
        phonesIn,
      ),
    ).toEqual([]);
  });

  it('leave their extension apart', () => {
    const extensionIn = (text: string): string[] => readOne(text).phones.map(({ digits, extension }) => `${digits}#${extension}`);
    expect(
      misread(
        [
          ['0571-88880000-8001', ['057188880000#8001']],
          ['4000-000-123转8', ['4000000123#8']],
          ['021-62000000分机12', ['02162000000#12']],
          ['010-62000000 ext.801', ['01062000000#801']],
          ['15400000123-15400000124', ['15400000123#null', '15400000124#null']],
          ['4000-000-123转人工', ['4000000123#null']],
        ],
        extensionIn,
      ),
    ).toEqual([]);
  });

  it('are found one by one in a list, and each one once', () => {
    expect(phonesIn('15400000123/15400000124，15400000125、15400000123')).toEqual(['15400000123', '15400000124', '15400000125']);
    expect(phonesIn('拨打95599、12378或110')).toEqual(['95599', '12378', '110']);
    expect(phonesIn('1.15400000123 2.15400000124')).toEqual(['15400000123', '15400000124']);
  });

  it('are told apart when nothing stands between them', () => {
    expect(phonesIn('154000001230755-26000000')).toEqual(['15400000123', '075526000000']);
    expect(phonesIn('电话0755-2600000015400000123')).toEqual(['075526000000', '15400000123']);
    expect(phonesIn('1540000012315400000124')).toEqual(['15400000123', '15400000124']);
  });

  it('may have words glued to them that are no units', () => {
    expect(phonesIn('95599人工服务、12378点击、95188分期、95533本行')).toEqual(['95599', '12378', '95188', '95533']);
    expect(phonesIn('4000000123一律，15400000123两天内')).toEqual(['4000000123', '15400000123']);
  });

  it('quote what was written', () => {
    const text = '请拨 +86 154-0000-0123 联系';
    expect(readOne(text).phones.map(({ span }) => text.slice(span.start, span.end))).toEqual(['+86 154-0000-0123']);
  });
});

describe('numbers that nobody dials', () => {
  it('are amounts, counts and measures', () => {
    expect(
      none([
        '5,330.08元',
        '95599元',
        '110米',
        '¥15400000123',
        '最高95599',
        '金额10000元',
        '10086分',
        '12345个',
        '120km',
        '95599.00',
      ]),
    ).toEqual([]);
  });

  it('are dates and times', () => {
    expect(none(['2026-11-20 10:21', '2026.11.20', '20261120', '9.00-18.00', '二〇二六年', '10:00-12:00'])).toEqual([]);
  });

  it('are codes, tails of cards and numbers of papers', () => {
    expect(
      none([
        '尾号95599',
        '尾号6253',
        '验证码 955990',
        '955990是您的验证码',
        '编号10086',
        '第12345号',
        '订单号15400000123',
        '快递单号154000001230001',
        '(2026)琼9003民初218号',
        '合同编号：HT2026-00123',
        '身份证110101199003070038',
        '卡号6222020000000000000',
        '会议号 888-666-123',
        'QQ15400000',
        '车牌粤B12345',
        'SF15400000123',
        '回复95599',
      ]),
    ).toEqual([]);
  });

  it('have a part that is hidden', () => {
    expect(none(['154****0123', '1540000****', '4000****', '154xxxx0123'])).toEqual([]);
  });

  it('stand in an address, an e-mail or a signature', () => {
    expect(
      none(['http://95599.jzyp.top/15400000123', '10010.com', '15400000123@jzyp.com', '【12381】您好', '【交管12123】您好']),
    ).toEqual([]);
  });

  it('are everyday numbers where nobody speaks of calling', () => {
    expect(none(['110', '共120页', '10000', '一二三四五，上山打老虎', '6253', '12345678'])).toEqual([]);
    expect(phonesIn('报警电话110，或拨打10000')).toEqual(['110', '10000']);
  });
});

describe('any mobile number', () => {
  const mobile = fc.integer({ min: 0, max: 99_999_999 }).map((tail) => `154${String(tail).padStart(8, '0')}`);
  const separator = fc.constantFrom('', ' ', '-', '.', '\u200b', '\u00ad', '·');

  it('is found with a separator at any places', () => {
    fc.assert(
      fc.property(
        mobile,
        separator,
        fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 4 }),
        (number, sign, places) => {
          const written = [...number].map((digit, at) => (places.includes(at) ? sign + digit : digit)).join('');
          expect(phonesIn(`请致电${written}核实`)).toEqual([number]);
        },
      ),
      SEED,
    );
  });

  it('is found in full width and in Chinese digits', () => {
    fc.assert(
      fc.property(mobile, (number) => {
        const wide = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        const spelled = number.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '');
        expect(phonesIn(`请致电${wide}核实`)).toEqual([number]);
        expect(phonesIn(`请致电${spelled}核实`)).toEqual([number]);
      }),
      SEED,
    );
  });
});
