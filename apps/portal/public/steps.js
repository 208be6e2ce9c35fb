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
        ends();
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
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.querySelector("main");
        const shown = document.querySelector("main");
        if (fresh && fresh.textContent !== shown.textContent) {
          shown.replaceChildren(...fresh.childNodes);
          enhance();
        }
      }
      refresh(looksLeft - 1);
    }, Number(waiting.dataset.refresh) * 1000);
  };

  const enhance = () => {
    each("select[data-stepper]", stepper);
    each("[data-copy-link]", copyLink);
  };

  enhance();
  refresh(30);
})();
