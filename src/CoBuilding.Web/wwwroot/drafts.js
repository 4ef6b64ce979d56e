// What is typed into a form with data-draft="name" is kept in this tab until the form is saved, and offered back when the page
// comes again without it: after a lost connection, a restart of the portal, or a reload. Passwords and files are never kept.
window.drafts = (() => {
  const key = name => 'draft:' + location.pathname + ':' + name;
  const fields = form => [...form.querySelectorAll('input, textarea, select')]
    .filter(field => !field.readOnly && !['password', 'file', 'hidden', 'submit', 'button'].includes(field.type));
  const isTick = field => field.type === 'checkbox' || field.type === 'radio';
  const read = name => {
    try {
      return JSON.parse(sessionStorage.getItem(key(name)));
    } catch {
      return null;
    }
  };

  function keep(event) {
    const form = event.target.closest?.('form[data-draft]');
    if (!form) return;
    const values = fields(form).map(field => isTick(field) ? field.checked : field.value);
    try {
      sessionStorage.setItem(key(form.dataset.draft), JSON.stringify(values));
    } catch {
      // A full or forbidden store: the form works without.
    }
  }

  function restore(form, values) {
    fields(form).forEach((field, index) => {
      const value = values[index];
      if (value === undefined) return;
      if (isTick(field)) {
        if (field.checked !== value) field.click();
        return;
      }
      if (field.value === value) return;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      field.dispatchEvent(new Event('blur', { bubbles: true }));
    });
  }

  function offer(name) {
    const form = document.querySelector(`form[data-draft="${CSS.escape(name)}"]`);
    const bar = form?.querySelector('[data-draft-bar]');
    const values = read(name);
    if (!bar || !values) return;
    const now = fields(form).map(field => isTick(field) ? field.checked : field.value);
    if (JSON.stringify(now) === JSON.stringify(values)) return;
    bar.hidden = false;
    bar.querySelector('[data-draft-restore]').onclick = () => { bar.hidden = true; restore(form, values); };
    bar.querySelector('[data-draft-discard]').onclick = () => { bar.hidden = true; forget(name); };
  }

  const forget = name => sessionStorage.removeItem(key(name));

  document.addEventListener('input', keep, true);
  document.addEventListener('change', keep, true);
  return { offer, forget };
})();
