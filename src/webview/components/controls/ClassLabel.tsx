/** What a class is called, cut off where the name is long. */
export function ClassLabel({ text }: { text: string }) {
  return (
    <span class="class-label" title={text}>
      {text}
    </span>
  );
}
