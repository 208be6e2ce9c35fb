// Makes the portal's forms smoother. Every page works without it; nothing here knows a price or a rule.
(() => {
  const each = (selector, act, root = document) => {
    for (const element of root.querySelectorAll(selector)) act(element);
  };

  // A form is sent once; the button says that it is on its way.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (!button) return;
    button.setAttribute("aria-disabled", "true");
    if (button.dataset.busy) {
      button.dataset.said = button.textContent;
      button.textContent = button.dataset.busy;
    }
  });

  // Coming back with the back button finds the form ready again.
  addEventListener("pageshow", () => {
    each("form[data-sent]", (form) => delete form.dataset.sent);
    each("[aria-disabled]", (button) => {
      button.removeAttribute("aria-disabled");
      if (button.dataset.said) button.textContent = button.dataset.said;
    });
  });

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
  const refresh = (looksLeft) => {
    const waiting = document.querySelector("[data-refresh]");
    if (!waiting || looksLeft === 0) return;
    setTimeout(async () => {
      const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
      if (answer?.ok) {
        const text = await answer.text();
        const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("main");
        if (fresh && fresh.textContent !== document.querySelector("main").textContent) show(text);
      }
      refresh(looksLeft - 1);
    }, Number(waiting.dataset.refresh) * 1000);
  };

  /** Another state of this page takes the place of the one that is shown. */
  const show = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("main");
    if (!fresh) return location.reload();
    document.querySelector("main").replaceChildren(...fresh.childNodes);
    enhance();
  };

  // Photos go as soon as they are chosen, with what else was filled in, and the page says how far they are.
  const upload = (input) => {
    input.addEventListener("change", () => {
      if (input.files.length === 0) return;
      const progress = document.createElement("p");
      progress.className = "upload-progress";
      progress.setAttribute("role", "status");
      input.after(progress);
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
      request.addEventListener("error", () =>
        input.form.requestSubmit(input.form.querySelector("[name=upload]")),
      );
      request.addEventListener("load", () => {
        show(request.responseText);
        document.getElementById(input.id)?.focus();
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
    document.documentElement.classList.add("scripted");
    each("[data-so-far]", soFar);
    each("input[data-upload]", upload);
    each("select[data-stepper]", stepper);
    each("[data-copy-link]", copyLink);
  };

  enhance();
  refresh(30);
})();
