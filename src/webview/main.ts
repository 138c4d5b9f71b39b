import './main.css';
import type { LanguageRequest } from '../messages/language';
import type { FromWebview } from '../messages/panel';
import { connectHost } from './host';
import { takeLanguage } from './language';

const host = connectHost<FromWebview | LanguageRequest, unknown>();
host.reportErrors((message) => ({ type: 'failed', message }));
// What has texts is loaded when the language is known.
void takeLanguage(host).then(async (language) => (await import('./start')).start(host, language));
