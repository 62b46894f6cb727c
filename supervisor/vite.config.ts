import { viteApp } from '../scripts/vite-app.ts';

export default viteApp('/supervisor/', 5184);
