declare module 'mocha/mocha.js';
/** Every test file of a folder, imported for its effect; esbuild.mjs makes it. */
declare module 'suite:.';
