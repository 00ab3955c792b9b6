export type { Content, IncomingEvent, Unsupported } from '../dialogue/events.js';
export type { OutgoingDocument, OutgoingMessage } from '../dialogue/messages.js';
export type { JournalEntry, TextFromImage } from '../dialogue/ports.js';
export { createScript, type ScriptOptions, type ScriptPorts } from './create-script.js';
export type { Expectation } from './expectation.js';
export { createManualClock, type ManualClock } from './manual-clock.js';
export { pictureOf, type Shown } from './pictures.js';
export type { Duration, ForwardManner, Manner, Script } from './script.js';
export { createScriptedChannel, type ScriptedChannel, type Seen } from './scripted-channel.js';
