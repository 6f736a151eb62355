import { expect, test } from 'vitest';
import { languageOf } from '../../src/text/language.ts';

test.each([
  ['a sentence', 'The port of Harvane was closed on Monday after a fire, the ministry said.'],
  ['a headline in capitals', 'NORDA MINISTER QUITS OVER PORT FIRE THAT LEFT 12 DEAD'],
  [
    'names of many languages',
    'Señora María de la Cruz-Peña met Jürgen von Öhlen and Çağla Şahin in São Brás, they said.',
  ],
  ['names alone', 'Ministerio de Defensa, Banco del Río, Le Quotidien de Valda, Die Neue Zeitung'],
  [
    'a quotation in another language',
    'He shouted "que viva la república" to the crowd before the police led him away.',
  ],
  ['a few words', 'Harvane port closed'],
  ['code', 'const total = items.reduce((sum, { price }) => sum + price, 0); // ñandú\nif (total > limit) return;'],
  ['a table', 'Port;Berths;Open\nHarvane;14;3\nValda;9;9\nOrlan;2;0'],
  ['nothing', ''],
  ['numbers', '1, 2, 3 … 4,000 — 5 %'],
])('%s is English, or nothing else', (_, text) => expect(languageOf(text)).toBe('english'));

test.each([
  ['German', 'Der Hafen von Harvane wurde am Montag nach einem Brand geschlossen, teilte das Ministerium mit.'],
  ['Dutch', 'De haven van Harvane is maandag na een brand gesloten, zei het ministerie in een verklaring.'],
  ['Swedish', 'Hamnen i Harvane stängdes på måndagen efter en brand, säger ministeriet, och det är inte klart varför.'],
  ['French', 'Le port de Harvane a été fermé lundi après un incendie, et le ministère dit que la situation est grave.'],
  ['French in capitals', 'LE PORT EST FERMÉ APRÈS UN INCENDIE, DIT LE MINISTÈRE QUI NE SAIT PAS POUR COMBIEN DE TEMPS'],
  ['Spanish', 'El ministro dijo que el puerto de Harvane fue cerrado el lunes por una tormenta.'],
  ['Portuguese', 'O porto de Harvane foi fechado na segunda-feira, disse o ministro, que não deu uma data.'],
  ['Italian', 'Il porto di Harvane è stato chiuso lunedì dopo un incendio che ha ferito sei persone.'],
  ['Polish', 'Port w Harvane został zamknięty w poniedziałek, powiedział minister, który nie podał przyczyny.'],
  ['Turkish', 'Harvane limanı bir yangın sonrası kapatıldı ve bakan bunun çok ciddi olduğunu söyledi.'],
  ['Hungarian', 'A miniszter szerint a kikötőt hétfőn lezárták, és nem tudni, hogy meddig.'],
  ['Indonesian', 'Pelabuhan itu ditutup pada hari Senin karena kebakaran, kata menteri yang tidak dapat hadir.'],
  ['Vietnamese', 'Cảng đã đóng cửa hôm thứ Hai và bộ trưởng cho biết không có ai bị thương.'],
  ['Russian', 'Порт Харване был закрыт в понедельник после пожара, сообщило министерство.'],
  ['Arabic', 'أغلق الميناء يوم الاثنين بعد حريق، بحسب الوزارة.'],
  ['Chinese', '港口星期一因火灾关闭，部长说。'],
  ['Greek, a few words', 'Το λιμάνι έκλεισε'],
])('%s is not English', (_, text) => expect(languageOf(text)).toBe('other'));
