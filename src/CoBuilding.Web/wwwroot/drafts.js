// Text typed into a form with data-draft="name" is kept in this tab until the form is saved, and can be restored when the page
// is shown again without it: after a lost connection, a restart of the portal, or a reload. Passwords and files are never kept.
// A name that begins with "everywhere:" is offered on every page that shows the form. If the form states in a field with
// data-draft-version which version its text is based on, that version is restored first, so that a later save by others is detected.
// Drafts belong to one account: they are deleted when it signs out in any tab (left.js) or another account signs in here.
window.drafts = (() => {
  const forgetAll = () => Object.keys(sessionStorage).filter(name => name.startsWith('draft:')).forEach(name => sessionStorage.removeItem(name));
  const account = document.documentElement.dataset.account ?? '';
  try {
    if ((sessionStorage.getItem('drafts-of') ?? account) !== account) forgetAll();
    sessionStorage.setItem('drafts-of', account);
    new BroadcastChannel('drafts').onmessage = forgetAll;
  } catch {
    // If the storage is full or blocked, no drafts are kept.
  }

  const key = name => 'draft:' + (name.startsWith('everywhere:') ? '' : location.pathname + ':') + name;
  const fields = form => [...form.querySelectorAll('input, textarea, select')]
    .filter(field => !field.readOnly && !['password', 'file', 'hidden', 'submit', 'button'].includes(field.type));
  const basis = form => form.querySelector('[data-draft-version]');
  const isTick = field => field.type === 'checkbox' || field.type === 'radio';
  const valuesOf = form => fields(form).map(field => isTick(field) ? field.checked : field.value);
  const read = name => {
    try {
      const draft = JSON.parse(sessionStorage.getItem(key(name)));
      return Array.isArray(draft) ? { values: draft } : draft;
    } catch {
      return null;
    }
  };

  function keep(event) {
    const form = event.target.closest?.('form[data-draft]');
    if (!form) return;
    try {
      sessionStorage.setItem(key(form.dataset.draft), JSON.stringify({ values: valuesOf(form), version: basis(form)?.value }));
    } catch {
      // If the storage is full or blocked, the form works without drafts.
    }
  }

  function restore(form, { values, version }) {
    const based = basis(form);
    if (based && version !== undefined && based.value !== version) {
      based.value = version;
      based.dispatchEvent(new Event('change', { bubbles: true }));
    }
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
    const draft = read(name);
    if (!bar || !draft || JSON.stringify(valuesOf(form)) === JSON.stringify(draft.values)) return;
    bar.hidden = false;
    bar.querySelector('[data-draft-restore]').onclick = () => { bar.hidden = true; restore(form, draft); };
    bar.querySelector('[data-draft-discard]').onclick = () => { bar.hidden = true; forget(name); };
  }

  const forget = name => sessionStorage.removeItem(key(name));

  document.addEventListener('input', keep, true);
  document.addEventListener('change', keep, true);
  return { offer, forget };
})();
