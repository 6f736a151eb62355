// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { plural, t, takeDictionary } from '../../src/panel/l10n.ts';

afterEach(() => {
  takeDictionary({});
  document.documentElement.lang = '';
});

test('words are English until there is a dictionary', () => {
  expect(t('{0} of {1} checked', 41, 5_000)).toBe('41 of 5,000 checked');
  expect([plural(1, '1 claim', '{0} claims'), plural(2, '1 claim', '{0} claims')]).toEqual(['1 claim', '2 claims']);
});

test('a dictionary may turn arguments round and hold a form for each kind of number', () => {
  document.documentElement.lang = 'ru';
  takeDictionary({
    'from {0} to {1}': { message: 'до {1} от {0}', comment: [] },
    '{0} claims/one': '{0} утверждение',
    '{0} claims/few': '{0} утверждения',
    '{0} claims/many': '{0} утверждений',
  });
  expect(t('from {0} to {1}', 'a', 'b')).toBe('до b от a');
  const counted = [1, 3, 21, 5].map((count) => plural(count, '1 claim', '{0} claims'));
  expect(counted).toEqual(['1 утверждение', '3 утверждения', '21 утверждение', '5 утверждений']);
  expect(t('Undo')).toBe('Undo');
});

test('words of the document stay as they are, whatever stands in them', () => {
  expect(t('from {0}', 'a $& {1} <b>')).toBe('from a $& {1} <b>');
});
