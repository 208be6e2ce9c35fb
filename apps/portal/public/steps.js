// Makes the portal's forms smoother. Every page works without it; nothing here knows a price or a rule.
(() => {
  const main = document.querySelector("main");
  const each = (selector, act, root = main) => {
    for (const element of root.querySelectorAll(selector)) act(element);
  };
  // Without its style sheet, which this page has already, and may not take from another answer.
  const pageIn = (text) =>
    new DOMParser().parseFromString(text.replace(/<style.*?<\/style>/gs, ""), "text/html");

  // The page as it was served: what is built below is no part of it, and nothing new has come while they are alike.
  let served = main.textContent;
  let shownAt = location.pathname + location.search;
  let uploading = null;

  const fields = () => main.querySelectorAll("input:not([type=hidden], [type=file]), select, textarea");

  /** Another page, or another state of this one, takes the place of the one that is shown. */
  const show = (text) => {
    const page = pageIn(text);
    const fresh = page.querySelector("main");
    if (!fresh) return location.reload();
    served = fresh.textContent;
    document.title = page.title;
    main.replaceChildren(...fresh.childNodes);
    enhance();
  };

  /** The same, while somebody may be typing: their words and their place stay. */
  const showBeneath = (text) => {
    const typed = [...fields()].map(({ name, value, checked }) => ({ name, value, checked }));
    const focused = document.activeElement?.id;
    show(text);
    for (const { name, value, checked } of typed) {
      const [field] = document.getElementsByName(name);
      if (!field || (field.value === value && field.checked === checked)) continue;
      Object.assign(field, { value, checked });
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };

  /** Focuses what is to be read first: what went wrong, else the title. */
  const begin = () => {
    const first = main.querySelector("[data-alert]") ?? main.querySelector("h1");
    scrollTo(0, 0);
    if (!first) return;
    first.tabIndex = -1;
    first.focus();
  };

  // The letters come after the first paint and leave it as it is (geist.css); from the next step on they are used.
  let letters;
  const fetchLetters = () => {
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
    const face = rules.find((rule) => rule instanceof CSSFontFaceRule);
    if (!face) return null;
    const [family, src, weight] = ["font-family", "src", "font-weight"].map((name) =>
      face.style.getPropertyValue(name),
    );
    const loading = new FontFace(family, src, { weight });
    loading.load().catch(() => {});
    return loading;
  };

  /** What a page of last resort says: the page it would take the place of stays, with everything typed. */
  const saidBy = (text) => pageIn(text).querySelector("main p")?.textContent;

  // A step takes the place of the one before it without loading everything anew. Else: why no page came, if anybody said.
  const go = async (address, init) => {
    main.setAttribute("aria-busy", "true");
    try {
      letters ??= fetchLetters();
      const answer = await fetch(address, init);
      if (!answer.headers.get("content-type")?.startsWith("text/html")) return false;
      if (init?.body && answer.status >= 500) return saidBy(await answer.text());
      const text = await answer.text();
      const { pathname, search } = new URL(answer.url);
      if (pathname + search !== shownAt) history[init ? "pushState" : "replaceState"](null, "", answer.url);
      shownAt = pathname + search;
      if (letters?.status === "loaded") document.fonts.add(letters);
      show(text);
      begin();
      lookAgain(30);
      return true;
    } catch {
      return false;
    } finally {
      main.removeAttribute("aria-busy");
    }
  };

  const ready = () => {
    each("form[data-sent]", (form) => delete form.dataset.sent);
    each("[type=submit][aria-disabled]", (button) => {
      button.removeAttribute("aria-disabled");
      if (button.dataset.said) button.textContent = button.dataset.said;
    });
  };

  // A form is sent once; the button says that it is on its way. Where no answer comes, everything typed is still there.
  addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.dataset.plain) return;
    event.preventDefault();
    if (form.dataset.sent) return;
    form.dataset.sent = "yes";
    const button = event.submitter;
    button?.setAttribute("aria-disabled", "true");
    if (button?.dataset.busy) {
      button.dataset.said = button.textContent;
      button.textContent = button.dataset.busy;
    }
    if (uploading) {
      await uploading;
      // What was wrong with a photo is read first, and who only took one away stays.
      if (!button?.name && !main.querySelector("[data-alert]"))
        main.querySelector("form[data-items]")?.requestSubmit();
      return;
    }
    const body = new FormData(form);
    if (button?.name) body.append(button.name, button.value);
    const came = await go(form.action, { method: "POST", body });
    if (came === true) return;
    ready();
    each("[data-broken]", (alert) => alert.remove());
    const alert = document.createElement("p");
    Object.assign(alert, {
      className: "broken",
      role: "alert",
      textContent: came || document.body.dataset.broken,
    });
    alert.dataset.broken = "";
    form.append(alert);
  });

  // From step to step and back.
  addEventListener("click", async (event) => {
    const link = event.target.closest("main a[href]");
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || link.origin !== location.origin || !/\/(return|r)\//.test(link.pathname)) return;
    if (link.hash) return;
    event.preventDefault();
    if ((await go(link.href, {})) !== true) location.assign(link.href);
  });
  addEventListener("popstate", async () => {
    if (location.pathname + location.search === shownAt) return;
    if ((await go(location.href)) !== true) location.reload();
  });

  // Coming back with the back button from elsewhere finds the forms ready again.
  addEventListener("pageshow", ready);

  // A list of numbers becomes a pair of buttons around it; the list stays what is sent and what is read out.
  const stepper = (select) => {
    const row = document.createElement("div");
    row.className = "stepper";
    const step = (text, name, by) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.setAttribute("aria-label", name);
      button.addEventListener("click", () => {
        const to = select.selectedIndex + by;
        if (to < 0 || to >= select.options.length) return;
        select.selectedIndex = to;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      });
      return button;
    };
    const fewer = step("−", select.dataset.fewer, -1);
    const more = step("+", select.dataset.more, 1);
    const ends = () => {
      fewer.setAttribute("aria-disabled", String(select.selectedIndex <= 0));
      more.setAttribute("aria-disabled", String(select.selectedIndex === select.options.length - 1));
    };
    select.replaceWith(row);
    row.append(fewer, select, more);
    select.addEventListener("change", ends);
    ends();
  };

  // The private link, for those who want to keep it elsewhere.
  const copyLink = (place) => {
    if (!navigator.clipboard) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-link";
    button.textContent = place.dataset.copyLink;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.origin + location.pathname);
      button.textContent = place.dataset.copied;
    });
    place.replaceWith(button);
  };

  // While the credit is being issued the page looks again by itself, for two minutes at most.
  let looking;
  const lookAgain = (looksLeft) => {
    clearTimeout(looking);
    const waiting = main.querySelector("[data-refresh]");
    if (!waiting || looksLeft === 0) return;
    looking = setTimeout(async () => {
      const at = shownAt;
      const answer = await fetch(at, { cache: "no-store" }).catch(() => null);
      const text = answer?.ok ? await answer.text() : "";
      if (at !== shownAt) return;
      const fresh = pageIn(text).querySelector("main");
      if (fresh && fresh.textContent !== served) showBeneath(text);
      lookAgain(looksLeft - 1);
    }, Number(waiting.dataset.refresh) * 1000);
  };

  // Photos go as soon as they are chosen, with what else was filled in, and the page says how far they are. What is
  // longer than posted-length.ts takes in is not sent.
  const upload = (input) => {
    const progress = document.createElement("p");
    progress.setAttribute("role", "status");
    const refuse = (why) => {
      progress.className = "broken";
      progress.textContent = why;
      input.value = "";
    };
    input.addEventListener("change", () => {
      if (input.files.length === 0) return;
      progress.className = "upload-progress";
      input.after(progress);
      const bytes = [...input.files].reduce((sum, { size }) => sum + size, 0);
      if (bytes > 83 << 20) return refuse(input.dataset.tooLarge);
      const say = (share) => {
        progress.textContent = input.dataset.upload.replace("%%", String(Math.round(share * 100)));
      };
      say(0);
      const form = new FormData(input.form);
      form.append("upload", "1");
      const request = new XMLHttpRequest();
      request.open("POST", location.pathname);
      request.upload.addEventListener("progress", (event) => say(event.loaded / event.total));
      // Without an answer the form sends its photos in the plain way, and whoever answers then says what is wrong.
      request.addEventListener("error", () => {
        input.form.dataset.plain = "yes";
        input.form.requestSubmit(input.form.querySelector("[name=upload]"));
      });
      request.addEventListener("load", () => {
        if (request.status >= 500)
          return refuse(saidBy(request.responseText) ?? document.body.dataset.broken);
        const elsewhere = document.activeElement?.id;
        showBeneath(request.responseText);
        if (!elsewhere) document.getElementById(input.id)?.focus();
      });
      uploading = new Promise((done) => {
        request.addEventListener("loadend", () => {
          uploading = null;
          done();
        });
      });
      request.send(form);
    });
  };

  // What the choice would give, asked for when a hand has been still for a moment.
  const soFar = (place) => {
    const form = place.closest("form");
    let asked = 0;
    let timer = 0;
    const ask = async () => {
      const mine = ++asked;
      const fields = new FormData(form);
      for (const name of [...fields.keys()]) if (/^(photo\.|note\.|\$)/.test(name)) fields.delete(name);
      const answer = await fetch(place.dataset.soFar, { method: "POST", body: fields }).catch(() => null);
      const sentences = answer?.ok ? await answer.json() : [];
      if (mine !== asked) return;
      const rows = sentences.length > 0 ? [place.dataset.title, ...sentences] : [];
      place.classList.add("so-far");
      place.replaceChildren(
        ...rows.map((text) => Object.assign(document.createElement("span"), { textContent: text })),
      );
    };
    const later = (event) => {
      if (event?.target.type === "file") return;
      clearTimeout(timer);
      timer = setTimeout(ask, 300);
    };
    form.addEventListener("change", later);
    if (form.querySelector("[data-chosen]:checked")) later();
  };

  const enhance = () => {
    each("[data-so-far]", soFar);
    each("input[data-upload]", upload);
    each("select[data-stepper]", stepper);
    each("[data-copy-link]", copyLink);
  };

  document.documentElement.classList.add("scripted");
  enhance();
  lookAgain(30);
})();
