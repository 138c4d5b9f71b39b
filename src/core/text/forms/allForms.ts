import type { Form } from './form';
import { javascriptForms } from './javascript';
import { jaxForms } from './jax';
import { numpyForms } from './numpy';
import { otherForms } from './otherLibraries';
import { tensorflowForms } from './tensorflow';
import { torchForms } from './torch';

const forms = [
  ...torchForms,
  ...numpyForms,
  ...tensorflowForms,
  ...jaxForms,
  ...javascriptForms,
  ...otherForms,
];

const formOfCallee: ReadonlyMap<string, Form> = new Map(
  forms.flatMap((form) => form.callees.map((callee) => [callee, form] as const)),
);

/** The form that is written with this callee, or null. */
export function formOf(callee: string): Form | null {
  return formOfCallee.get(callee) ?? null;
}
