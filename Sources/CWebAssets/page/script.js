"use strict";
(() => {
  const book = JSON.parse(document.getElementById("charts").textContent);
  const shared = ["differences", "trajectories", "border", "roads", "settlements", "coverage",
    "places", "sweepPoints", "sweepLevels"];

  // Vega's expression interpreter (`ast`) needs no eval, so the page's policy forbids it.
  const options = {
    mode: "vega-lite", renderer: "svg", actions: false, ast: true, defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
  };

  function specification(name, language) {
    const source = book.charts[name + "." + language];
    const datasets = { policies: book.data["policies." + language] };
    const text = JSON.stringify(source);
    for (const key of Object.keys(book.data)) {
      const wanted = shared.includes(key) || key.endsWith("." + language);
      if (wanted && text.includes('"' + key + '"')) datasets[key] = book.data[key];
    }
    return { ...source, datasets };
  }

  async function draw(language) {
    const edition = document.querySelector('main[data-language="' + language + '"]');
    for (const figure of edition.querySelectorAll("figure[data-chart]:empty")) {
      const place = document.createElement("div");
      figure.append(place);
      try {
        await vegaEmbed(place, specification(figure.dataset.chart, language), options);
      } catch (problem) {
        place.textContent = String(problem);
        place.className = "problem";
      }
    }
    edition.dataset.drawn = "yes";
  }

  for (const choice of document.querySelectorAll("input.choice")) {
    choice.addEventListener("change", () => {
      const language = choice.id.slice("language-".length);
      document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
      draw(language);
    });
  }

  // The table of sources: by standing and by words.
  for (const section of document.querySelectorAll("section")) {
    const standing = section.querySelector("select[data-filter]");
    if (!standing) continue;
    const words = section.querySelector("input[data-filter]");
    const count = section.querySelector("span[data-filter]");
    const rows = [...section.querySelectorAll("tr[data-standing]")];
    const filter = () => {
      const wanted = words.value.trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        const fits = (!standing.value || row.dataset.standing === standing.value)
          && (!wanted || row.textContent.toLowerCase().includes(wanted));
        row.hidden = !fits;
        if (fits) shown += 1;
      }
      count.textContent = shown + " / " + rows.length;
    };
    standing.addEventListener("change", filter);
    words.addEventListener("input", filter);
    filter();
  }

  // On paper everything is open; on the screen only what the reader has opened.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const part of closed) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });

  const chosen = document.querySelector("input.choice:checked").id.slice("language-".length);
  draw(chosen);
})();
