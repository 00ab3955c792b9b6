import { foldText } from '../notice/fold.js';
import { type HelpInterview, type InterviewStep, stepAfter } from '../registry/help.js';
import {
  composeFaq,
  composeGuide,
  composeInterviewAnswer,
  composeInterviewQuestion,
  composeNearest,
  composeTopics,
} from '../reply/help.js';
import { saying, type Turn, type TurnContext } from './turn.js';

function askNext(interview: HelpInterview, step: InterviewStep, context: TurnContext): Turn {
  const { registry, language } = context;
  if (step.kind === 'answer') return saying(composeInterviewAnswer(interview, step.id, registry, language), context, 'interview');
  const turn = saying(composeInterviewQuestion(interview, step.id, registry, language), context, 'interview');
  return { ...turn, state: { ...turn.state, waiting: { for: 'interview', interview: interview.id, question: step.id } } };
}

/** Shows a guide or an answer, or begins an interview; null when there is no such text. */
export function showHelp(id: string, context: TurnContext): Turn | null {
  const { registry, language } = context;
  const guide = registry.help.guide(id);
  if (guide) return saying(composeGuide(guide, registry, language), context, 'help');
  const faq = registry.help.faq(id);
  if (faq) return saying(composeFaq(faq, registry, language), context, 'faq');
  const interview = registry.help.interview(id);
  const first = interview?.questions[0];
  return interview && first ? askNext(interview, { kind: 'question', id: first.id }, context) : null;
}

/** Goes on after a choice in an interview; null when there is no such choice. */
export function answerChoice(interviewId: string, question: string, choice: string, context: TurnContext): Turn | null {
  const interview = context.registry.help.interview(interviewId);
  const step = interview ? stepAfter(interview, question, choice) : null;
  return interview && step ? askNext(interview, step, context) : null;
}

const YES = /^(?:是|是的|对|对的|有|有的|嗯|签过|签了|写过|yes|y|yeah|yep|true)$/;
const NO = /^(?:不是|不|没有|没|不对|没签|没签过|没写|没写过|无|no|n|nope|not)$/;

/** The choice that a typed answer means: its label, its place in the list, or a plain yes or no. */
export function choiceTyped(labels: readonly { readonly id: string; readonly label: string }[], text: string): string | null {
  const said = foldText(text).text.replace(/[\s.。!?~的了啊呀]+$/, '');
  const byLabel = labels.find(({ label }) => foldText(label).text === said);
  if (byLabel) return byLabel.id;
  if (/^[1-9]$/.test(said)) return labels[Number(said) - 1]?.id ?? null;
  if (YES.test(said)) return labels.find(({ id }) => id === 'yes')?.id ?? null;
  return NO.test(said) ? (labels.find(({ id }) => id === 'no')?.id ?? null) : null;
}

/** Takes a typed message as the answer to the interview's open question; null when it is none. */
export function answerTypedChoice(text: string, context: TurnContext): Turn | null {
  const { waiting } = context.state;
  if (waiting?.for !== 'interview') return null;
  const question = context.registry.help.interview(waiting.interview)?.questions.find(({ id }) => id === waiting.question);
  const choice = question
    ? choiceTyped(
        question.choices.map(({ id, label }) => ({ id, label: label[context.language] })),
        text,
      )
    : null;
  return choice === null ? null : answerChoice(waiting.interview, waiting.question, choice, context);
}

/** The interview's open question once more, for words that did not answer it; null when none is open. */
export function askHelpAgain(context: TurnContext): Turn | null {
  const { waiting } = context.state;
  const interview = waiting?.for === 'interview' ? context.registry.help.interview(waiting.interview) : undefined;
  return waiting?.for === 'interview' && interview
    ? askNext(interview, { kind: 'question', id: waiting.question }, context)
    : null;
}

/** The answer to a question as somebody typed it, or the nearest ones to choose from; null when none is near. */
export function answerQuestion(text: string, context: TurnContext): Turn | null {
  const { registry, language } = context;
  const match = registry.help.search(text, language);
  if (match.kind === 'none') return null;
  if (match.kind === 'sure') return showHelp(match.id, context);
  return saying(composeNearest(match.ids, registry, language), context, 'faq_nearest');
}

/** What may be asked, for a borrower, a relative, or whoever it is. */
export const showTopics = (context: TurnContext): Turn =>
  saying(composeTopics(context.isGroup ? null : context.state.role, context.registry, context.language), context, 'topics');
