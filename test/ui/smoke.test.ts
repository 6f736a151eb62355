import { expect, test } from './harness.ts';

test('a seed opens and its text shows', async ({ ui }) => {
  ui.write(
    'first.txt',
    'date 2031-04-02\n\nHALVERSTAD, April 2. /NPA/. At least 14 people were hurt, Mara Lindqvist said.\n',
  );
  await ui.open('first.txt');
  expect((await ui.find('At least 14 people')).width).toBeGreaterThan(50);
});

test('the window reaches nothing but this machine, and an attempt would be seen', async ({ ui }) => {
  expect(ui.takeForeignRequests()).toEqual([]);
  await ui.page.evaluate(() => fetch('https://192.0.2.1/').catch(() => {}));
  expect(ui.takeForeignRequests()).toEqual(['page: https://192.0.2.1/']);
});
