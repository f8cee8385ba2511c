import '@testing-library/jest-dom/vitest';

// jsdom draws nothing and so cannot scroll.
window.scrollTo = () => undefined;
