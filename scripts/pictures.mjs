// `npm run pictures`: the README's pictures and its animation, made from the extension in a real VS Code.
import { build, installPackages } from './install.mjs';
import { runBundled } from './runBundled.mjs';

installPackages();
build();
await runBundled('test/workbench/pictures.mjs', 'pictures');
