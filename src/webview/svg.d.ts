/** The text of an icon, see `esbuild.mjs`. */
declare module '*.svg' {
  const svg: string;
  export default svg;
}
