import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<h1>厅序 · 柜员</h1>, root);
