import { isSnippetRequest } from '../../messages/worker';
import { serve } from '../worker/serve';
import { runStages } from './stages';

/** Evaluates what it is sent; the page ends a run by ending the worker. */
serve({ isRequest: isSnippetRequest, answerTo: runStages });
