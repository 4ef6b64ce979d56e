// Scripts for the office pages besides Blazor: scrolling to notices, closing menus, lost connections.
window.shell = {
  showNotice() {
    const notice = document.querySelector('main .notice.bad');
    if (!notice) return;
    notice.scrollIntoView({ block: 'nearest' });
    notice.focus({ preventScroll: true });
  },
  // Without https there is no navigator.clipboard; the text is then selected and copied with execCommand.
  async copy(text, element) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      element?.select();
      return document.execCommand('copy');
    }
  },
  // Offers a file created by the page as a download.
  async save(name, type, stream) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  },
  // Long texts are sent as a stream. The leading mark prevents an empty stream; the reader removes it.
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
  // The server has discarded the circuit; drafts restore what was typed.
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
