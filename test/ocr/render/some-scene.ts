import type { Journey } from './encode.js';
import { type Sender, someFriend, someSender } from './invented.js';
import type { Layout } from './layout.js';
import { LAYOUTS } from './layouts/all.js';
import { someAnswer, someRemark, someWords } from './messages.js';
import { somePhoto } from './photo.js';
import type { Random } from './random.js';
import type { Entry, Message, Scene } from './scene.js';
import { type ShownTime, someTime } from './shown-time.js';

/** A scene in this layout, or in any; the same for the same state of `random`. */
export function someScene(random: Random, name: string = random.pick([...LAYOUTS.keys()])): Scene {
  const layout = LAYOUTS.get(name);
  if (!layout) throw new Error(`no layout '${name}' (known: ${[...LAYOUTS.keys()].join(', ')})`);
  const width = random.pick([360, 375, 390, 412]);
  const day = `2026-11-${String(random.whole(10, 28)).padStart(2, '0')}`;
  const sender = someSender(random);
  return {
    layout: name,
    dark: random.chance(0.35),
    width,
    height: Math.round(width * random.pick([1.78, 2, 2.16, 2.2])),
    scale: random.pick([2, 2.5, 3]),
    fontSize: random.pick([15, 16, 17, 17, 19, 22]),
    clock: `${random.whole(7, 22)}:${String(random.whole(0, 59)).padStart(2, '0')}`,
    day,
    title: layout.time === 'none' ? someFriend(random) : sender.shown,
    entries: entriesOf(random, layout, sender, day),
  };
}

function entriesOf(random: Random, layout: Layout, sender: Sender, day: string): Entry[] {
  if (layout.shows === 'bare') return [messageOf(random, { shown: '', sender: null }, null)];
  if (layout.shows === 'shade')
    return Array.from({ length: random.whole(1, 3) }, () =>
      messageOf(random, someSender(random), someTime(random, day, 'beside')),
    );
  return layout.time === 'none' ? forwarded(random, day) : received(random, sender, day, layout.name);
}

/** One or several messages of one sender, now and then with an answer. */
function received(random: Random, sender: Sender, day: string, layout: string): Entry[] {
  const entries: Entry[] = [];
  const place = layout === 'harmony-messages' ? 'day and hour' : 'above';
  const times = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => someTime(random, day, place));
  for (const time of times.sort((a, b) => (a.iso ?? '').localeCompare(b.iso ?? ''))) {
    entries.push({ kind: 'time', words: time.divider }, messageOf(random, sender, time));
    if (random.chance(0.15)) entries.push(aside('own', someAnswer(random)));
  }
  return entries;
}

/** What a friend passes on, with a word of doubt before or behind it. */
function forwarded(random: Random, day: string): Entry[] {
  const remark = random.chance(0.5) ? [aside('remark', someRemark(random))] : [];
  const answer = random.chance(0.5) ? [aside('own', someAnswer(random))] : [];
  const message = messageOf(random, { shown: '', sender: null }, null);
  const said = random.chance(0.5) ? [...remark, message] : [message, ...remark];
  return [{ kind: 'time', words: someTime(random, day, 'above').divider }, ...said, ...answer];
}

function messageOf(random: Random, { shown, sender }: Sender, time: ShownTime | null): Message {
  const words = someWords(random);
  return {
    kind: 'message',
    words,
    from: 'sender',
    shownSender: shown,
    shownTime: time?.beside ?? null,
    code: random.chance(0.08) ? `https://${words.links[0] ?? 'qg1dai-0o.top'}/s?id=${random.digits(6)}` : null,
    sender,
    receivedAt: time?.iso ?? null,
  };
}

const aside = (from: 'own' | 'remark', text: string): Message => ({
  kind: 'message',
  words: { text, links: [], phones: [], claims: null, kind: 'chat' },
  from,
  shownSender: '',
  shownTime: null,
  code: null,
  sender: null,
  receivedAt: null,
});

/** How such a picture reaches somebody: mostly as it is or compressed by a chat network, now and then photographed. */
export function someJourney(random: Random): Journey {
  const journey = { photo: null, width: null, format: 'jpeg', quality: 75 } as const;
  const photographed = { ...journey, name: 'photo', photo: somePhoto(random), width: random.pick([900, 1200]), quality: 80 };
  return random.pick<Journey>([
    { ...journey, name: 'png', format: 'png', quality: 100 },
    { ...journey, name: 'jpeg75' },
    { ...journey, name: 'jpeg50', quality: 50 },
    { ...journey, name: 'webp60', format: 'webp', quality: 60 },
    { ...journey, name: 'wx720', width: 720, quality: 65 },
    { ...journey, name: 'wx540', width: 540, quality: 60 },
    photographed,
  ]);
}
