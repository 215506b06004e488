/** Plain addresses of a point in map services; nothing of them is loaded by the page. */
export type Point = { lat: number; lon: number };

/** Links to a point (degrees, WGS 84): three services, and `geo:` for the program of the visitor's own device. */
export function mapLinks({ lat, lon }: Point, ownProgram: string): { name: string; url: string }[] {
  return [
    { name: 'Яндекс Карты', url: `https://yandex.ru/maps/?pt=${lon},${lat}&z=16&l=map` },
    { name: '2ГИС', url: `https://2gis.ru/geo/${lon},${lat}` },
    {
      name: 'OpenStreetMap',
      url: `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=16/${lat}/${lon}`,
    },
    { name: ownProgram, url: `geo:${lat},${lon}` },
  ];
}
