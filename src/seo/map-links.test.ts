import { expect, it } from 'vitest';
import { mapLinks } from './map-links.ts';

it('puts latitude and longitude in the order that each service reads', () => {
  const urls = mapLinks({ lat: 55.7817, lon: 37.5939 }, 'приложение').map(({ url }) => new URL(url));
  const [yandex, gis, osm, geo] = urls;
  expect(yandex?.searchParams.get('pt')).toBe('37.5939,55.7817');
  expect(gis?.pathname).toBe('/geo/37.5939,55.7817');
  expect(osm?.searchParams.get('mlat')).toBe('55.7817');
  expect(osm?.hash).toBe('#map=16/55.7817/37.5939');
  expect(geo?.href).toBe('geo:55.7817,37.5939');
});
