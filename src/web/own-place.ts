import type { Caller } from './ports.js';

/** A caller of the web is in one conversation: that with this door. */
export const ownPlace = (caller: Caller): Caller & { readonly conversation: string } => ({
  ...caller,
  conversation: caller.person,
});
