import last from '@vscode/codicons/src/icons/debug-continue.svg';
import first from '@vscode/codicons/src/icons/debug-restart.svg';
import back from '@vscode/codicons/src/icons/debug-step-back.svg';
import forward from '@vscode/codicons/src/icons/debug-step-over.svg';
import { useRef } from 'preact/hooks';
import { type LossStep, shownLosses } from '../../../core';
import { explainStrings } from '../../strings/explain';
import { IconButton } from '../controls/Button';

const strings = explainStrings.steps;

interface StepListProps {
  readonly steps: readonly LossStep[];
  readonly step: number;
  readonly onStep: (step: number) => void;
}

/** All steps, with the present one marked and which loss makes each; arrow keys go through them. */
export function StepList({ steps, step, onStep }: StepListProps) {
  const list = useRef<HTMLOListElement>(null);
  const end = steps.length - 1;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = {
      ArrowRight: step + 1,
      ArrowDown: step + 1,
      ArrowLeft: step - 1,
      ArrowUp: step - 1,
      Home: 0,
      End: end,
    }[event.key];
    if (next === undefined || next < 0 || next > end) return;
    event.preventDefault();
    onStep(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div class="step-list">
      <div class="toolbar">
        <IconButton label={strings.first} icon={first} isDisabled={step === 0} onClick={() => onStep(0)} />
        <IconButton
          label={strings.back}
          icon={back}
          isDisabled={step === 0}
          onClick={() => onStep(step - 1)}
        />
        <IconButton
          label={strings.forward}
          icon={forward}
          isDisabled={step === end}
          onClick={() => onStep(step + 1)}
        />
        <IconButton label={strings.last} icon={last} isDisabled={step === end} onClick={() => onStep(end)} />
        <span class="muted" role="status">
          {strings.position(String(step + 1), String(steps.length))}
        </span>
      </div>
      <ol class="step-names" aria-label={strings.title} ref={list} onKeyDown={onKeyDown}>
        {steps.map(({ id, crossEntropyLoss, nllLoss }, index) => (
          <li key={id}>
            <button
              type="button"
              class="step-name"
              aria-current={index === step ? 'step' : undefined}
              tabIndex={index === step ? 0 : -1}
              onClick={() => onStep(index)}
            >
              {strings.names[id]}
              <span class="step-losses" aria-hidden="true">
                {crossEntropyLoss && (
                  <span class="step-dot curve-crossEntropyLoss" title={shownLosses.crossEntropyLoss.name} />
                )}
                {nllLoss && <span class="step-dot curve-nllLoss" title={shownLosses.nllLoss.name} />}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
