// From answers to a result: the same few lines as generator/knowledge/navigating.py. A test holds one against the other.

/**
 * @typedef {{ id: string, said: string, min?: number, max?: number }} Answer
 * @typedef {{ id: string, ask: string, answers: Answer[] }} Question
 * @typedef {{ id: string, when: Record<string, string[]>, leads_to: string }} Rule
 * @typedef {{ questions: Question[], rules: Rule[] }} Navigator
 * @typedef {Record<string, string>} Answers
 */

/** The first rule that fits. @param {Navigator} navigator @param {Answers} answers @returns {Rule | undefined} */
export function matching(navigator, answers) {
  return navigator.rules.find((rule) => Object.entries(rule.when).every(([name, wanted]) => wanted.includes(answers[name])));
}

/** Every way to answer what is still open. @param {Navigator} navigator @param {Answers} given @returns {Answers[]} */
export function combinations(navigator, given) {
  return navigator.questions.reduce(
    (found, question) => {
      const offered = given[question.id] ? [given[question.id]] : question.answers.map((answer) => answer.id);
      return found.flatMap((answers) => offered.map((answer) => ({ ...answers, [question.id]: answer })));
    },
    [/** @type {Answers} */ ({})],
  );
}

/** The rule that holds whatever else is answered. @param {Navigator} navigator @param {Answers} answers @returns {Rule | undefined} */
export function settled(navigator, answers) {
  const found = combinations(navigator, answers).map((whole) => matching(navigator, whole));
  return found.every((rule) => rule === found[0]) ? found[0] : undefined;
}

/** What to ask next. @param {Navigator} navigator @param {Answers} answers @returns {Question | undefined} */
export function nextQuestion(navigator, answers) {
  if (settled(navigator, answers)) return undefined;
  return navigator.questions.find((question) => !answers[question.id]);
}

/** The ages that the answers leave open. @param {Navigator} navigator @param {Answers} answers @returns {[number, number]} */
export function ages(navigator, answers) {
  const chosen = navigator.questions.flatMap((question) => question.answers.filter((answer) => answers[question.id] === answer.id));
  const least = Math.max(0, ...chosen.map((answer) => answer.min ?? 0));
  const most = Math.min(120, ...chosen.map((answer) => answer.max ?? 120));
  return [least, most];
}

/** The answers that an address holds; unknown ones are passed over. @param {Navigator} navigator @param {string} search @returns {Answers} */
export function given(navigator, search) {
  const asked = new URLSearchParams(search);
  /** @type {Answers} */
  const answers = {};
  for (const question of navigator.questions) {
    const value = asked.get(question.id);
    if (!value || !question.answers.some((answer) => answer.id === value)) break;
    answers[question.id] = value;
  }
  return answers;
}

/** The address for some answers. @param {Answers} answers @returns {string} */
export function address(answers) {
  return `?${new URLSearchParams(answers)}`;
}
