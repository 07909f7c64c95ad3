// From answers to a result: the same as generator/knowledge/calculators/navigator.py. A test compares them.

/**
 * @typedef {{ id: string, label: string, said: string, min?: number, max?: number }} Answer
 * @typedef {{ id: string, ask: string, answers: Answer[] }} Question
 * @typedef {{ id: string, when: Record<string, string[]>, leads_to: string }} Rule
 * @typedef {{ questions: Question[], rules: Rule[] }} Navigator
 * @typedef {Record<string, string>} Answers
 */

/**
 * The rules that may still apply, each with the open questions that decide on it, up to the first rule that needs none.
 * @param {Navigator} navigator @param {Answers} answers @returns {{ rule: Rule, undecided: string[] }[]}
 */
export function reachable(navigator, answers) {
  /** @type {Record<string, string[]>} */
  const offered = {};
  for (const question of navigator.questions) {
    offered[question.id] = answers[question.id] ? [answers[question.id]] : question.answers.map((answer) => answer.id);
  }
  const found = [];
  for (const rule of navigator.rules) {
    const when = Object.entries(rule.when);
    if (!when.every(([name, wanted]) => offered[name].some((answer) => wanted.includes(answer)))) continue;
    const undecided = when.filter(([name, wanted]) => !offered[name].every((answer) => wanted.includes(answer))).map(([name]) => name);
    found.push({ rule, undecided });
    if (undecided.length === 0) break;
  }
  return found;
}

/** The rule that applies whatever the other answers are; undefined if it is still open. @param {Navigator} navigator @param {Answers} answers @returns {Rule | undefined} */
export function settled(navigator, answers) {
  const [first] = reachable(navigator, answers);
  return first?.undecided.length === 0 ? first.rule : undefined;
}

/** The next question that decides on a rule; undefined if the result is settled. @param {Navigator} navigator @param {Answers} answers @returns {Question | undefined} */
export function nextQuestion(navigator, answers) {
  if (settled(navigator, answers)) return undefined;
  const deciding = reachable(navigator, answers).flatMap((one) => one.undecided);
  return navigator.questions.find((question) => deciding.includes(question.id));
}

/** The maximum number of questions left. @param {Navigator} navigator @param {Answers} answers @returns {number} */
export function questionsLeft(navigator, answers) {
  const next = nextQuestion(navigator, answers);
  if (!next) return 0;
  return 1 + Math.max(...next.answers.map((answer) => questionsLeft(navigator, { ...answers, [next.id]: answer.id })));
}

/** The youngest and oldest age that fit the answers. @param {Navigator} navigator @param {Answers} answers @returns {[number, number]} */
export function ages(navigator, answers) {
  const chosen = navigator.questions.flatMap((question) => question.answers.filter((answer) => answers[question.id] === answer.id));
  const least = Math.max(0, ...chosen.map((answer) => answer.min ?? 0));
  const most = Math.min(120, ...chosen.map((answer) => answer.max ?? 120));
  return [least, most];
}

/** The answers in an address; unknown ones are ignored. @param {Navigator} navigator @param {string} state @returns {Answers} */
export function given(navigator, state) {
  const asked = new URLSearchParams(state);
  /** @type {Answers} */
  const answers = {};
  for (const question of navigator.questions) {
    const value = asked.get(question.id);
    if (value && question.answers.some((answer) => answer.id === value)) answers[question.id] = value;
  }
  return answers;
}

/** The answers as a state for the address. @param {Answers} answers @returns {string} */
export function written(answers) {
  return `${new URLSearchParams(answers)}`;
}
