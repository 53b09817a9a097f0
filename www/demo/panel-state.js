// Whether the ledger is open stands in the address, and has to be known before anything is drawn.
{
  const state = new URLSearchParams(location.search).get("panel");
  if (state === "open" || state === "closed") document.documentElement.dataset.panel = state;
}
