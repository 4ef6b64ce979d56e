// The few things that the office pages need besides Blazor: notices that are seen, menus that close, a lost connection.
window.shell = {
  showNotice() {
    const notice = document.querySelector('main .notice.bad');
    if (!notice) return;
    notice.scrollIntoView({ block: 'nearest' });
    notice.focus({ preventScroll: true });
  },
  // Offices without https have no navigator.clipboard; there the shown text is selected and copied the old way.
  async copy(text, element) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      element?.select();
      return document.execCommand('copy');
    }
  },
  // A file that the page made, handed to the browser as a download.
  async save(name, type, stream) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  },
  // Long texts travel as a stream. The mark at the start keeps the stream from being empty; the reader drops it.
  readText(field) {
    return new TextEncoder().encode('\uFEFF' + field.value.slice(0, 2000001));
  },
  writeText(field, text) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
};

document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.account[open]'))
    if (!menu.contains(event.target) || event.target.closest('a')) menu.removeAttribute('open');
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  document.querySelector('details.account[open]')?.removeAttribute('open');
  if (document.querySelector('.body.open')) document.querySelector('.burger')?.click();
});

const lost = document.getElementById('components-reconnect-modal');
lost.addEventListener('components-reconnect-state-changed', event => {
  // The server no longer knows this page: drafts bring back what was typed.
  if (event.detail.state === 'rejected' || event.detail.state === 'resume-failed') location.reload();
});
document.getElementById('reconnect-retry').addEventListener('click', async () => {
  try {
    if (!await Blazor.reconnect()) location.reload();
  } catch {
    lost.className = 'components-reconnect-failed';
  }
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && lost.classList.contains('components-reconnect-failed')) document.getElementById('reconnect-retry').click();
});
