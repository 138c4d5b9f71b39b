import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly icon?: string;
  readonly title?: string;
  readonly isDisabled?: boolean;
  /** Set for a button that is switched on and off. */
  readonly isPressed?: boolean;
}

/** A button with words, in VS Code's secondary style. */
export function Button({ onClick, children, icon, title, isDisabled, isPressed }: ButtonProps) {
  return (
    <button
      type="button"
      class="vscode-button secondary"
      title={title}
      disabled={isDisabled}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      {icon && <Icon svg={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps {
  readonly onClick: () => void;
  readonly icon: string;
  /** Name for screen readers, and the tip. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
}

/** A button of a tool bar: an icon with its name as a tip. */
export function IconButton({ onClick, icon, label, isDisabled, isPressed }: IconButtonProps) {
  return (
    <button
      type="button"
      class="vscode-action-button"
      title={label}
      aria-label={label}
      disabled={isDisabled}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      <Icon svg={icon} />
    </button>
  );
}
