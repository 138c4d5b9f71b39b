/** One of VS Code's icons (`@vscode/codicons`), as its SVG text. It says nothing to screen readers. */
export function Icon({ svg }: { svg: string }) {
  return <span class="codicon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}
