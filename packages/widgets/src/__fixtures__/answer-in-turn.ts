import { type Answer, never } from './answers.js';

/** Answers each request with the next one; the last one stays. */
export function inTurn(...answers: Answer[]): Answer {
  let asked = 0;
  return (request) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? never;
    asked += 1;
    return answer(request);
  };
}
