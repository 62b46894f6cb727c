import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<h1>厅序 · 取号</h1>, root);
