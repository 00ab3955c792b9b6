import { describe, expect, it } from 'vitest';
import { senderNumber } from '../../../src/ocr/layout/sender-number.js';

describe('the sender in a title', () => {
  it.each([
    ['95588', '95588'],
    ['154 0000 1234', '15400001234'],
    ['+86 154 0000 1234', '+8615400001234'],
    ['+852 5400 1234', '+85254001234'],
    ['1069 0000 12345678', '1069000012345678'],
    ['<10690000123456>', '10690000123456'],
    ['← 10690000123456 ⋮', '10690000123456'],
    ['notice@example.example', 'notice@example.example'],
  ])('%s', (title, sender) => {
    expect(senderNumber(title)).toBe(sender);
  });

  it.each([
    ['‹ 12 154 0000 1234', '15400001234'],
    ['<- 95588', '95588'],
    ['国| 1069687051920375', '1069687051920375'],
    ['1410086', '10086'],
    ['久一 1 十 “+852 5400 4440', '+85254004440'],
    ['气怀22 notice@a1b.example', 'notice@a1b.example'],
    ['_ @ notice@a1b.example', 'notice@a1b.example'],
  ])('%s: leaves out the arrow, the round picture and the count of unread messages', (title, sender) => {
    expect(senderNumber(title)).toBe(sender);
  });

  it('reads an address whose parts were read apart', () => {
    expect(senderNumber('notice @ a1b. example')).toBe('notice@a1b.example');
  });

  it('reads letters between digits as the digits that they look like', () => {
    expect(senderNumber('1O69OOOO123456')).toBe('10690000123456');
  });

  it.each(['妈妈', '招商银行', '未知号码', '李姐5588', '信息 12', '‹ 12', 'Tina', '相亲相爱一家人(7)', '', '  '])(
    '“%s” is a name or nothing, and no sender',
    (title) => {
      expect(senderNumber(title)).toBeNull();
    },
  );
});
