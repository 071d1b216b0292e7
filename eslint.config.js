import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Layers: a file that matches none is an error itself, and an import that no policy allows is an error. */
const elements = [
  { type: 'contract', pattern: 'electron/contract' },
  { type: 'core', pattern: 'electron/core' },
  { type: 'adapters', pattern: 'electron/adapters' },
  { type: 'desktop', pattern: 'electron/desktop' },
  { type: 'headless', pattern: 'electron/headless' },
  { type: 'renderer-app', pattern: 'renderer/app' },
  { type: 'feature', pattern: 'renderer/features/*', capture: ['feature'] },
  { type: 'renderer-base', pattern: 'renderer/{bridge,commands,state,ui,i18n,styles}' },
];

const allow = (from, ...to) => ({ from: { element: { type: from } }, allow: { to: { element: { types: { anyOf: to } } } } });

const noElectron = { name: 'electron', message: 'Only electron/desktop imports electron.' };
const noNode = { group: ['node:*'], message: 'No Node here: ask for it through a port.' };
const noReact = { group: ['react', 'react-dom', 'react-dom/*', 'react-aria-components'], message: 'React stays in renderer/.' };
const typesOnly = {
  regex: 'electron/contract/(?!commands\\.table|keys|key-map|languages|settings-defaults|anchor)',
  allowTypeImports: true,
  message:
    'The renderer imports types of the contract only (and the command table and its keys, the languages, the defaults and the anchors).',
};
const ariaByName = {
  selector: 'ImportNamespaceSpecifier[parent.source.value="react-aria-components"]',
  message: 'Import react-aria-components by name.',
};

export default tseslint.config(
  { ignores: ['dist/**', 'release/**', 'node_modules/**', 'coverage/**', 'tests/fixtures/**', 'test-results/**', 'playwright-report/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './electron/contract/tsconfig.json',
          './electron/core/tsconfig.json',
          './electron/adapters/tsconfig.json',
          './electron/headless/tsconfig.json',
          './electron/desktop/tsconfig.json',
          './renderer/tsconfig.json',
          './tests/tsconfig.json',
        ],
        tsconfigRootDir: root,
      },
    },
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ariaByName],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/unbound-method': 'off',
      // The stable names of what the type checker already knows; a control character in a pattern is often the point here.
      'no-control-regex': 'off',
      'no-undef': 'off',
    },
  },
  {
    files: ['electron/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/root-path': root,
      'boundaries/elements': elements,
      'boundaries/include': ['electron/**/*', 'renderer/**/*'],
      'boundaries/ignore': ['**/*.css', '**/*.svg', '**/*.json'],
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.mjs'] } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            // A package is judged by the rules below (no-restricted-imports), not here.
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
            allow('contract', 'contract'),
            allow('core', 'core', 'contract'),
            allow('adapters', 'adapters', 'core', 'contract'),
            allow('desktop', 'desktop', 'adapters', 'core', 'contract'),
            allow('headless', 'headless', 'adapters', 'core', 'contract'),
            allow('renderer-base', 'renderer-base', 'contract'),
            allow('feature', 'renderer-base', 'contract'),
            {
              from: { element: { type: 'feature' } },
              allow: { to: { element: { type: 'feature', captured: { feature: '{{ from.element.captured.feature }}' } } } },
            },
            allow('renderer-app', 'renderer-app', 'feature', 'renderer-base', 'contract'),
          ],
        },
      ],
    },
  },
  {
    files: ['electron/contract/**', 'electron/core/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [noElectron], patterns: [noNode, noReact] }] },
  },
  {
    files: ['electron/adapters/**', 'electron/headless/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [noElectron], patterns: [noReact] }] },
  },
  {
    files: ['electron/desktop/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noReact] }] },
  },
  {
    files: ['renderer/**'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [noElectron], patterns: [noNode, typesOnly] }] },
  },
  {
    // A program's output is its purpose there.
    files: ['scripts/**', 'tests/bench/**', 'tests/helpers/**', 'tests/e2e/**', 'bin/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Playwright reads the fixtures that a fixture needs from its first parameter: a pattern, even when it is empty.
    files: ['tests/e2e/**'],
    rules: { 'no-empty-pattern': 'off' },
  },
);
