import type { Store } from '../store/open-store.js';
import { type AppPorts, createWebApp } from '../web/app.js';
import { createPage } from '../web/page/page.js';
import type { WebPorts } from '../web/ports.js';
import { openMcp } from './open-mcp.js';
import type { WebConfiguration } from './web-configuration.js';

/** A page is a dozen requests. */
const BROWSING_FOR_EACH_CHECK = 20;

function ratesFor({ perMinute: { stranger, keyed } }: WebConfiguration, store: Store): AppPorts['rates'] {
  return {
    stranger: store.rate({ name: 'stranger', most: stranger }),
    keyed: store.rate({ name: 'keyed', most: keyed }),
    browsing: store.rate({ name: 'browsing', most: stranger * BROWSING_FOR_EACH_CHECK }),
  };
}

/** What the web is built on besides its configuration and the memory. */
type Parts = WebPorts & Pick<AppPorts, 'version' | 'health' | 'metrics' | 'isReady'>;

/** Everything that is served over HTTP but the calls of chat networks: the page, the API and, when asked for, assistants. */
export async function openWeb(
  configuration: WebConfiguration,
  store: Store,
  parts: Parts,
): Promise<ReturnType<typeof createWebApp>> {
  const { apiKeys, trusted, origins, operatorToken, mcp } = configuration;
  const own = { store: store.conversations, sightings: store.sightings, feedback: store.feedback };
  return createWebApp({
    ...parts,
    own,
    rates: ratesFor(configuration, store),
    access: { keys: apiKeys, trusted },
    origins,
    operatorToken,
    page: createPage({ ...parts, own }),
    mcp: mcp ? await openMcp(parts.registry, parts.checking, parts.version) : null,
  });
}
