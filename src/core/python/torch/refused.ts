import * as l10n from '../../l10n';
import { NotEvaluated } from '../values/pythonError';

/** What is said of a call whose arguments are not evaluated, or whose complaint in PyTorch is not known. */
export function refused(callee: string): NotEvaluated {
  return new NotEvaluated(l10n.t('{0}(…) with these arguments', callee));
}
