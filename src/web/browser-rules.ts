import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';

const SELF = ["'self'"];

/**
 * What browsers may do with anything that is answered here: load from this server alone, run no script and apply no style that
 * stands inside a page, and be shown in no frame. A chosen screenshot is previewed as a `blob:`.
 */
export const browserRules = () =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: [...SELF, 'data:', 'blob:'],
      fontSrc: SELF,
      connectSrc: SELF,
      manifestSrc: SELF,
      workerSrc: SELF,
      formAction: SELF,
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: false, microphone: false, geolocation: false, payment: false, usb: false },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
  });

/** Which pages of other sites may call the API. Without any, none may. */
export const otherSites = (origins: readonly string[]) =>
  cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['Content-Type', 'Authorization', 'X-API-Key', 'X-Request-Id'],
    exposeHeaders: ['X-Request-Id', 'Retry-After'],
    maxAge: 600,
  });
