import './main.css';
import { openPage } from '../page/openPage';

openPage(() => import('./start'));
