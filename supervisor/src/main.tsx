import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<h1>厅序 · 监控</h1>, root);
