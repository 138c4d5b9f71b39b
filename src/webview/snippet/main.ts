import './main.css';
import type { LanguageRequest } from '../../messages/language';
import type { FromSnippetPage, SnippetSource } from '../../messages/snippet';
import { connectHost } from '../host';
import { takeLanguage } from '../language';

const host = connectHost<FromSnippetPage | LanguageRequest, SnippetSource | null>();
host.reportErrors((message) => ({ type: 'failed', message }));
// What has texts is loaded when the language is known.
void takeLanguage(host).then(async (language) => (await import('./start')).start(host, language));
