// Deletes all drafts after sign-out, also in other tabs (drafts.js).
for (const name of Object.keys(sessionStorage).filter(name => name.startsWith('draft:'))) sessionStorage.removeItem(name);
new BroadcastChannel('drafts').postMessage('left');
