/** A line of state that is no finding: progress, or why there is nothing to show. */
export function Notice({ text, isBusy, isError }: { text: string; isBusy?: boolean; isError?: boolean }) {
  return (
    <p class={isError ? 'notice notice-error' : 'notice'} role={isError ? 'alert' : 'status'}>
      {isBusy && <span class="spinner" aria-hidden="true" />}
      {text}
    </p>
  );
}
