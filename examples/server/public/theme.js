// Before anything is drawn, so that the page does not flash in the other theme. Dark unless somebody chose light.
document.documentElement.dataset.theme = localStorage.getItem('cscx-support-theme') ?? 'dark';
