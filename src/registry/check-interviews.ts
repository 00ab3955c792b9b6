import type { Problem } from './data-error.js';
import type { InterviewRecord } from './help-records.js';

/** What a chat network takes as the id of a button, in bytes. Ids are plain ASCII. */
export const LONGEST_BUTTON_ID = 64;

type Say = (field: string, message: string) => void;
type Question = InterviewRecord['questions'][number];

function checkAnswer(id: string | undefined, answers: InterviewRecord['answers'], field: string, say: Say): void {
  if (id !== undefined && !(id in answers)) say(field, `no answer '${id}' (known: ${Object.keys(answers).join(', ') || 'none'})`);
}

function checkTwice(ids: readonly string[], fieldOf: (at: number) => string, say: Say): void {
  for (const [at, id] of ids.entries()) if (ids.indexOf(id) < at) say(fieldOf(at), `'${id}' stands twice; choose another`);
}

function checkChoices(
  { id: question, choices }: Question,
  { id: interview, answers }: InterviewRecord,
  field: string,
  say: Say,
): void {
  checkTwice(
    choices.map(({ id }) => id),
    (at) => `${field}.choices[${at}].id`,
    say,
  );
  for (const [at, { id, answer }] of choices.entries()) {
    checkAnswer(answer, answers, `${field}.choices[${at}].answer`, say);
    const button = `ask:${interview}:${question}:${id}`;
    if (button.length > LONGEST_BUTTON_ID)
      say(`${field}.choices[${at}].id`, `${button} is longer than ${LONGEST_BUTTON_ID} bytes; choose shorter ids`);
  }
}

/** Every question but the last lets some choice go on, and every answer is one that somebody can get. */
function checkReach({ questions, answers, otherwise }: InterviewRecord, say: Say): void {
  for (const [at, { choices }] of questions.slice(0, -1).entries()) {
    if (choices.every(({ answer }) => answer !== undefined))
      say(`questions[${at}].choices`, 'every choice has an answer, so that the next question is never asked; let one go on');
  }
  const given = new Set([otherwise, ...questions.flatMap(({ choices }) => choices.flatMap(({ answer }) => answer ?? []))]);
  for (const id of Object.keys(answers))
    if (!given.has(id)) say(`answers.${id}`, 'no choice leads to it; name it in one, or remove it');
}

function checkInterview(interview: InterviewRecord, say: Say): void {
  checkTwice(
    interview.questions.map(({ id }) => id),
    (at) => `questions[${at}].id`,
    say,
  );
  for (const [at, question] of interview.questions.entries()) checkChoices(question, interview, `questions[${at}]`, say);
  checkAnswer(interview.otherwise, interview.answers, 'otherwise', say);
  checkReach(interview, say);
}

/** Interviews that lose their reader: answers that are missing or never given, questions never asked, ids used twice. */
export function findInterviewProblems(interviews: readonly InterviewRecord[]): Problem[] {
  const problems: Problem[] = [];
  for (const interview of interviews)
    checkInterview(interview, (field, message) =>
      problems.push({ file: `data/interviews/${interview.id}.yaml`, field, message }),
    );
  return problems;
}
