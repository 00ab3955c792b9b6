import { createRoute } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import type { PictureFailure } from '../dialogue/received.js';
import type { NoticeInput } from '../notice/types.js';
import { answerInFull } from '../reply/answer.js';
import type { Checked } from '../verdict/types.js';
import { CheckAnswerSchema } from './answer-schemas.js';
import { createApi } from './api.js';
import type { WebEnv } from './context.js';
import type { Caller, Checking, WebPorts } from './ports.js';
import { type Problem, type ProblemName, RequestProblem } from './problem.js';
import { CheckRequest, UploadRequest } from './request-schemas.js';
import { answers, problems } from './responses.js';

const TYPES = /^(?:application\/json|multipart\/form-data)\b/i;
const WRONG_TYPE: Problem = {
  name: 'wrong-type',
  detail: 'Send {"text": "…"} as Content-Type: application/json, or a screenshot as image in multipart/form-data.',
};

/** A form of text fields alone is what tools send when nobody told them a type. */
const onlyTheseTypes = createMiddleware<WebEnv>(async (c, next) => {
  if (!TYPES.test(c.req.header('content-type') ?? '')) throw new RequestProblem(WRONG_TYPE);
  await next();
});

const route = createRoute({
  method: 'post',
  path: '/v1/checks',
  middleware: onlyTheseTypes,
  summary: 'Check a message',
  description:
    'Whether a message is really from whom it says, whether it breaks the rules of collection if it is, and whom to call. Send JSON, or a screenshot as multipart/form-data. Nothing in the message is fetched, and its text is not kept.',
  request: {
    body: {
      content: { 'application/json': { schema: CheckRequest }, 'multipart/form-data': { schema: UploadRequest } },
      required: false,
    },
  },
  responses: {
    200: answers('The verdict, and what to tell a person.', CheckAnswerSchema),
    ...problems('too-large', 'wrong-type', 'invalid', 'unreadable-picture', 'no-reader', 'busy'),
  },
});

const TAKE_ANOTHER = 'Send a sharp screenshot of the whole message, or its text.';

/** Why a picture gave no answer, and what to send instead. */
const PICTURE_PROBLEMS: Readonly<Record<PictureFailure, readonly [ProblemName, string]>> = {
  too_large: ['too-large', 'The picture has too many bytes or pixels; send a screenshot as the phone made it.'],
  not_a_picture: ['wrong-type', 'image is no picture that can be decoded; send a PNG, JPEG or WebP.'],
  unsupported_format: ['wrong-type', 'Pictures of this format are not read; send a PNG, JPEG or WebP.'],
  no_text: ['unreadable-picture', `No message was found in the picture. ${TAKE_ANOTHER}`],
  unclear: ['unreadable-picture', `What is written there cannot be read well enough to be trusted. ${TAKE_ANOTHER}`],
  busy: ['busy', 'Other pictures are being read; come again in 5 seconds, or send the text.'],
  broken: ['failed', 'The reader of pictures failed; send the text, or come again later.'],
  none: ['no-reader', 'This server does not read pictures; send the text of the message.'],
};

function pictureProblem(why: PictureFailure): Problem {
  const [name, detail] = PICTURE_PROBLEMS[why];
  return { name, detail, ...(name === 'busy' ? { retryAfter: 5 } : {}) };
}

interface Fields {
  readonly text?: string | undefined;
  readonly sender?: string | undefined;
  readonly received_at?: string | undefined;
  readonly role?: NoticeInput['role'];
}

const givenIn = ({ sender, received_at, role }: Fields): Omit<NoticeInput, 'text'> => ({ sender, receivedAt: received_at, role });

async function checkUpload(checking: Checking, image: File, fields: Fields, caller: Caller): Promise<Checked> {
  const picture = new Uint8Array(await image.arrayBuffer());
  const outcome = await checking.checkPicture(picture, { ...givenIn(fields), text: fields.text }, caller);
  if (outcome.kind === 'failed') throw new RequestProblem(pictureProblem(outcome.why));
  return outcome.checked;
}

/** `POST /v1/checks`: the answer of `check --json`, with what others saw. */
export const checkRoute = ({ registry, checking }: WebPorts) =>
  createApi().openapi(route, async (c) => {
    const caller = c.get('caller');
    // Of the two types of body, the one that was not sent is empty here.
    const upload = c.req.valid('form');
    const image = 'image' in upload ? upload.image : null;
    const fields = image === null ? c.req.valid('json') : upload;
    const checked =
      image === null
        ? await checking.check({ text: fields.text ?? '', ...givenIn(fields) }, caller)
        : await checkUpload(checking, image, fields, caller);
    c.header('cache-control', 'no-store');
    return c.json(answerInFull(checked, registry(), fields.lang), 200);
  });
