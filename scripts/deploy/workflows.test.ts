import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../build/stages.ts';

const FOLDER = path.join(projectRoot, '.github', 'workflows');

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.number(),
      permissions: z.record(z.string(), z.string()).optional(),
      env: z.record(z.string(), z.string()).optional(),
      steps: z.array(step),
    }),
  ),
});
type Workflow = z.infer<typeof workflow>;

const names = readdirSync(FOLDER);
const text = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');
const read = (yaml: string): Workflow => workflow.parse(load(yaml));

/** What a workflow lets a stranger's pull request or a stolen step do. */
function weaknesses(yaml: string): string[] {
  const { on, permissions, jobs } = read(yaml);
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  return [
    ...('pull_request_target' in on ? ['a pull request runs with the rights of the repository'] : []),
    ...(JSON.stringify(permissions) === '{"contents":"read"}' ? [] : ['rights for every job']),
    ...(/\bsecrets\./.test(yaml) ? ['a secret'] : []),
    ...(/run:[^\n]*\$\{\{\s*(?:github\.(?:head_ref|event)|vars)/.test(yaml)
      ? ['foreign text in a shell']
      : []),
    ...steps
      .filter(
        ({ uses, with: given }) =>
          uses?.startsWith('actions/checkout') && given?.['persist-credentials'] !== false,
      )
      .map(() => 'the token stays in the clone'),
    ...steps
      .filter(({ uses }) => uses !== undefined && !/^actions\/[\w-]+@(?:v\d+|[0-9a-f]{40})$/.test(uses))
      .map(({ uses }) => `a stranger's step or a moving version: ${uses ?? ''}`),
  ];
}

describe('the workflows', () => {
  it.each(names)('%s gives nobody more than it needs', (name) => {
    expect(weaknesses(text(name))).toEqual([]);
  });

  it('would be refused with any of these', () => {
    const yaml = text('publish.yml');
    for (const [from, to] of [
      ['workflow_dispatch:', 'pull_request_target:'],
      ['contents: read', 'contents: write'],
      ['${{ vars.EDIT_URL }}', '${{ secrets.EDIT_URL }}'],
      ['run: npm ci', 'run: echo ${{ github.head_ref }}'],
      ['persist-credentials: false', 'persist-credentials: true'],
      ['actions/setup-node@v4', 'someone/setup-node@main'],
    ] as const) {
      expect(yaml).toContain(from);
      expect(weaknesses(yaml.replaceAll(from, to)), to).not.toEqual([]);
    }
  });
});

describe('publishing', () => {
  const { on, concurrency, jobs } = read(text('publish.yml'));
  const steps = jobs.build?.steps ?? [];
  const at = (part: string): number => steps.findIndex(({ run, uses }) => (run ?? uses ?? '').includes(part));

  it('happens every night, just after the day has changed in Moscow', () => {
    const [minute, hour] =
      z
        .array(z.object({ cron: z.string() }))
        .parse(on.schedule)[0]
        ?.cron.split(' ') ?? [];
    const moscow = (Number(hour) + 3) % 24;
    expect([moscow, Number(minute) > 0 && Number(minute) < 30]).toEqual([0, true]);
  });

  it('has the whole history and is not broken off half-way', () => {
    expect(steps[at('actions/checkout')]?.with?.['fetch-depth']).toBe(0);
    expect(concurrency['cancel-in-progress']).toBe(false);
  });

  it('is refused before it is uploaded where the site has no public address', () => {
    expect(at('npm run build')).toBeGreaterThan(-1);
    expect(at('npm run deploy:prepare')).toBeGreaterThan(at('npm run build'));
    expect(at('upload-pages-artifact')).toBeGreaterThan(at('npm run deploy:prepare'));
    // Both commands read the same settings.
    expect(Object.keys(jobs.build?.env ?? {})).toEqual(expect.arrayContaining(['SITE_URL', 'FORM_ENDPOINT']));
  });
});
