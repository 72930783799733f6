// The map of the incidents. Nothing of it is loaded before it comes into view, nor where the browser cannot draw it: the list says the same.
// @ts-check

/** @typedef {{label: string, precision: string, km: number, incidents: number, disputed: number, to: string}} Spot */
/** @typedef {{type: "Feature", geometry: {type: string, coordinates: any}, properties: any}} Feature */

const HERE = document.getElementById("map");
const KILOMETRES_A_DEGREE = 111.32;
const CORNERS = 40;
const TOGETHER_UP_TO = 8; // the last zoom at which neighbours are one cluster

/** Whether this browser can draw the map. */
function draws() {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

/** A colour of the desk, as the page has it now. @param {string} name */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The disc in which a place lies: as wide as it is known. @param {Feature} spot @returns {Feature} */
function disc(spot) {
  const [lon, lat] = spot.geometry.coordinates;
  const up = spot.properties.km / KILOMETRES_A_DEGREE;
  const across = up / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  const ring = [];
  for (let n = 0; n <= CORNERS; n++) {
    const turn = (2 * Math.PI * (n % CORNERS)) / CORNERS;
    ring.push([lon + across * Math.cos(turn), lat + up * Math.sin(turn)]);
  }
  return { type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties: spot.properties };
}

/** Lines across, for countries of which no place is known. @param {string} hex */
function hatching(hex) {
  const size = 8;
  const data = new Uint8Array(size * size * 4);
  const context = document.createElement("canvas").getContext("2d");
  if (context) {
    context.fillStyle = hex;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    for (let n = 0; n < size; n++) data.set([red, green, blue, 150], 4 * (n * size + (size - 1 - n)));
  }
  return { width: size, height: size, data };
}

/** The smallest box that holds all places. @param {Feature[]} discs @returns {[[number, number], [number, number]]} */
function around(discs) {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const each of discs) {
    for (const [lon, lat] of each.geometry.coordinates[0]) {
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  }
  return discs.length ? [[west, Math.max(-80, south)], [east, Math.min(80, north)]] : [[-20, -10], [75, 60]];
}

/** The address of a file beside this one: the map is on the desk's pages and on those that are published. @param {string} name */
function beside(name) {
  return new URL(name, import.meta.url).href;
}

/** What stands at an address. @param {string} address @returns {Promise<any>} */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Where the name of a country goes. @param {Feature} country @returns {Feature} */
function middle(country) {
  return { type: "Feature", geometry: { type: "Point", coordinates: country.properties.at }, properties: country.properties };
}

/** Draws the map. @param {HTMLElement} here */
async function draw(here) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = beside("vendor/maplibre-gl.css");
  document.head.append(sheet);
  // @ts-ignore (vendored, without types)
  const maplibre = await import(beside("vendor/maplibre-gl.mjs"));
  maplibre.setWorkerUrl(beside("vendor/maplibre-gl-worker.mjs"));
  const [found, ground] = await Promise.all([here.dataset.source ?? "", beside("borders.geojson")].map(read));
  /** @type {Feature[]} */
  const spots = found.features;
  const discs = spots.map(disc);
  const exact = (/** @type {string[]} */ ...names) => ["in", ["get", "precision"], ["literal", names]];
  const map = new maplibre.Map({
    container: here,
    attributionControl: false,
    dragRotate: false,
    maxZoom: 13,
    bounds: around(discs),
    fitBoundsOptions: { padding: 30, maxZoom: 5 },
    locale: { "Map.Title": here.getAttribute("aria-label") ?? "" },
    style: {
      version: 8,
      sources: {
        ground: { type: "geojson", data: ground },
        names: { type: "geojson", data: { type: "FeatureCollection", features: ground.features.filter((/** @type {Feature} */ each) => each.properties.at).map(middle) } },
        discs: { type: "geojson", data: { type: "FeatureCollection", features: discs } },
        spots: {
          type: "geojson",
          data: { type: "FeatureCollection", features: spots },
          cluster: true,
          clusterRadius: 44,
          clusterMaxZoom: TOGETHER_UP_TO,
          clusterProperties: { all: ["+", ["get", "incidents"]], conflicts: ["+", ["get", "disputed"]] },
        },
      },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": colour("--soft") } },
        { id: "land", type: "fill", source: "ground", paint: { "fill-color": colour("--paper") } },
        { id: "borders", type: "line", source: "ground", paint: { "line-color": colour("--quiet"), "line-width": 0.7 } },
        { id: "names", type: "symbol", source: "names", layout: { "text-field": ["get", here.dataset.language ?? "en"], "text-font": ["sans-serif"], "text-size": 12, "text-max-width": 7 }, paint: { "text-color": colour("--quiet"), "text-halo-color": colour("--paper"), "text-halo-width": 1.2 } },
        { id: "wide", type: "fill", source: "discs", paint: { "fill-color": colour("--link"), "fill-opacity": 0.1 } },
        { id: "wide-edge", type: "line", source: "discs", filter: exact("district", "region"), paint: { "line-color": colour("--link"), "line-width": 1, "line-dasharray": [3, 3], "line-opacity": 0.6 } },
        { id: "exact-edge", type: "line", source: "discs", filter: exact("point", "settlement"), minzoom: 6, paint: { "line-color": colour("--link"), "line-width": 1 } },
        // drawn without being seen: what is in view of a source that no layer shows is not loaded
        { id: "spots", type: "circle", source: "spots", paint: { "circle-opacity": 0, "circle-radius": 1 } },
      ],
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }));
  map.addControl(new maplibre.ScaleControl());
  map.scrollZoom.disable(); // the page scrolls; with Ctrl, or the buttons, the map
  here.addEventListener("wheel", (event) => (event.ctrlKey ? map.scrollZoom.enable() : map.scrollZoom.disable()), { capture: true, passive: true });
  map.on("load", () => {
    map.addImage("hatching", hatching(colour("--warn")));
    map.addLayer({ id: "somewhere", type: "fill", source: "ground", filter: ["in", ["get", "code"], ["literal", found.countries]], paint: { "fill-pattern": "hatching" } }, "wide");
  });

  /** @type {Map<string, any>} */
  const pins = new Map();
  const place = () => {
    if (!map.isSourceLoaded("spots")) return;
    const seen = new Set();
    for (const feature of map.querySourceFeatures("spots")) {
      const about = feature.properties;
      const name = about.cluster ? `cluster ${about.cluster_id}` : about.to;
      if (seen.has(name)) continue;
      seen.add(name);
      if (pins.has(name)) continue;
      const element = about.cluster ? cluster(about, map, feature.geometry.coordinates) : pin(about);
      pins.set(name, new maplibre.Marker({ element }).setLngLat(feature.geometry.coordinates).addTo(map));
    }
    for (const [name, marker] of pins) {
      if (seen.has(name)) continue;
      marker.remove();
      pins.delete(name);
    }
  };
  map.on("idle", place);
  map.on("moveend", place);
  map.on("sourcedata", (/** @type {any} */ event) => event.sourceId === "spots" && event.isSourceLoaded && place());
}

/** The mark of one place: a link to its incident, or to those that are there. @param {Spot} about */
function pin(about) {
  const link = document.createElement("a");
  const vague = about.precision === "district" || about.precision === "region";
  link.className = `pin ${vague ? "around" : about.incidents > 1 ? "several" : "one"}`;
  link.href = about.to;
  link.textContent = about.incidents > 1 || vague ? String(about.incidents) : "";
  return told(link, about.label, about.incidents, about.disputed);
}

/** The mark of several places too near to be told apart. @param {any} about @param {any} map @param {[number, number]} at */
function cluster(about, map, at) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pin cluster";
  button.textContent = String(about.all);
  button.addEventListener("click", async () => {
    const zoom = await map.getSource("spots").getClusterExpansionZoom(about.cluster_id);
    map.easeTo({ center: at, zoom: zoom + 0.3, duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400 });
  });
  return told(button, "", about.all, about.conflicts);
}

/** Says what a mark stands for. @param {HTMLElement} element @param {string} label @param {number} incidents @param {number} disputed */
function told(element, label, incidents, disputed) {
  const words = [label, incidents > 1 ? String(incidents) : "", disputed ? `≠ ${disputed}` : ""].filter(Boolean).join(" · ");
  element.title = words;
  element.setAttribute("aria-label", words);
  element.classList.toggle("disputed", disputed > 0);
  return element;
}

if (HERE && draws()) {
  const box = HERE.parentElement;
  if (box) box.hidden = false;
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    draw(HERE).catch(() => box && (box.hidden = true));
  });
  watch.observe(HERE);
}
