/** How the parts of the server are doing; nothing in it was said by anybody. */
export interface Health {
  readonly version: string;
  readonly data: { readonly as_of: string; readonly hash: string };
  readonly store: { readonly state: 'up' | 'down'; readonly detail: string | null };
  /** Null where nobody reads pictures. */
  readonly reader: { readonly state: 'starting' | 'up' | 'down'; readonly detail: string; readonly waiting: number } | null;
  readonly channels: readonly {
    readonly name: string;
    readonly state: 'starting' | 'up' | 'degraded' | 'down';
    readonly detail: string;
    /** Milliseconds since 1970. */
    readonly since: number;
  }[];
}

/** For everybody: states. What is wrong, in words, is the operator's. */
export function publicHealth({ version, data, store, reader, channels }: Health): object {
  return {
    version,
    data,
    store: { state: store.state },
    reader: reader && { state: reader.state },
    channels: channels.map(({ name, state }) => ({ name, state })),
  };
}
