import * as l10n from '../../../l10n';
import { NotEvaluated, PythonError } from '../../values/pythonError';

/** What is said of an error where something has no value for it. */
export function messageOf(error: Error): string {
  if (error instanceof PythonError) return `${error.type}: ${error.message}`;
  if (!(error instanceof NotEvaluated)) return error.message;
  return error.isConsequence
    ? l10n.t('not evaluated: {0} is not known', error.what)
    : l10n.t('cannot evaluate {0}', error.what);
}
