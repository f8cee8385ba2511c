import path from 'node:path';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const src = path.join(import.meta.dirname, 'src');

/** ui ← features ← app; a feature never imports another; the generated client only through src/api. */
const zones = {
  meta: { type: 'problem', schema: [], messages: { zone: '{{from}} must not import {{to}}' } },
  create(context) {
    const [layer, slice] = path.relative(src, context.filename).split(path.sep);
    const check = (node) => {
      const name = node?.value;
      if (typeof name !== 'string') return;
      const file = name.startsWith('@/')
        ? path.join(src, name.slice(2))
        : name.startsWith('.')
          ? path.resolve(path.dirname(context.filename), name)
          : undefined;
      if (!file) return;
      const [toLayer, toSlice] = path.relative(src, file).split(path.sep);
      const bad =
        (layer === 'api' && toLayer !== 'api') ||
        (layer === 'ui' && (toLayer === 'features' || toLayer === 'app')) ||
        (layer === 'features' && (toLayer === 'app' || (toLayer === 'features' && toSlice !== slice))) ||
        (layer !== 'api' && toLayer === 'api' && toSlice === 'gen');
      if (bad) {
        const from = layer === 'features' ? `features/${slice}` : layer;
        context.report({ node, messageId: 'zone', data: { from, to: name } });
      }
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
    };
  },
};

const unsafe = (selector, message) => ({ selector, message });

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/gen'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { house: { rules: { zones } }, 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      'house/zones': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        unsafe('JSXAttribute[name.name="dangerouslySetInnerHTML"]', 'Text only: no HTML from strings.'),
        unsafe('MemberExpression[property.name="innerHTML"]', 'Text only: no HTML from strings.'),
        unsafe('JSXOpeningElement[name.name="style"]', 'Styles live in CSS files.'),
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The generated client is the only way out.' },
        { name: 'sessionStorage', message: 'Nothing is kept in the browser but preferences (ui/preferences).' },
        { name: 'localStorage', message: 'Nothing is kept in the browser but preferences (ui/preferences).' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/api/*.ts', 'src/ui/preferences.ts', 'src/**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-globals': 'off' },
  },
);
