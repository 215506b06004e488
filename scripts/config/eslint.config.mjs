// Lint rules for the whole repository; the file lives here because the top level is fixed.
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist/**',
      'dist-*/**',
      '.astro/**',
      '.cache/**',
      '.run/**',
      '.bench/**',
      '.screenshots/**',
      'node_modules/**',
      'public/**',
      'scripts/content/fixtures/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('../..', import.meta.url).pathname },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // Type aliases read better for unions and records; both forms are allowed.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `new Date('2026-09-03')` reads a zone that the author did not mean; src/time is the only place for days.
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'] > Literal[value=/[0-9]{4}/]",
          message: 'Parse days and times with src/time, never with new Date(string).',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='parse']",
          message: 'Parse days and times with src/time, never with Date.parse.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      // Vitest's expect.any() and friends are typed as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  ...astro.configs['flat/recommended'],
);
