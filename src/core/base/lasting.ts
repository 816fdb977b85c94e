/** Answers that are kept as long as what they are about. */

/** The same question, worked out once for each object. */
export function lasting<About extends object, Answer extends object>(
  ask: (about: About) => Answer,
): (about: About) => Answer {
  const known = new WeakMap<About, Answer>();
  return (about) => {
    let answer = known.get(about);
    if (!answer) {
      answer = ask(about);
      known.set(about, answer);
    }
    return answer;
  };
}
