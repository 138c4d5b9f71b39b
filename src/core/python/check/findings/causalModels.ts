/** Language models of `transformers` that score what follows each token, by the full name of what makes them. */
export function isCausal(path: string): boolean {
  return /^\w*transformers\.(?:\w+\.)*?(?:\w*ForCausalLM|(?:GPT2|OpenAIGPT|CTRL)LMHeadModel)(?:\.|$)/.test(
    path,
  );
}

/** Of some the class is named; others are whatever a name says. */
export function isNamed(path: string): boolean {
  return !/(?:^|\.)Auto\w+(?:\.|$)/.test(path);
}
