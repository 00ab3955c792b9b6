// Runs inside the page: where each line of writing stands, as the browser broke it, and where the bubbles are.
(() => {
  const rectangle = (box) => ({ left: box.left, top: box.top, width: box.width, height: box.height });
  const blockOf = (node) => {
    let element = node.parentElement;
    while (getComputedStyle(element).display === 'inline') element = element.parentElement;
    return element;
  };
  const join = (a, b) => {
    const left = Math.min(a.left, b.left);
    const top = Math.min(a.top, b.top);
    return {
      left,
      top,
      width: Math.max(a.left + a.width, b.left + b.width) - left,
      height: Math.max(a.top + a.height, b.top + b.height) - top,
    };
  };
  const lines = [];
  const add = (text, box, block) => {
    const last = lines.at(-1);
    const middle = box.top + box.height / 2;
    const continues =
      last?.block === block &&
      middle > last.box.top &&
      middle < last.box.top + last.box.height &&
      box.left >= last.box.left + last.box.width - 2;
    if (continues) {
      last.text += text;
      last.box = join(last.box, rectangle(box));
    } else {
      const part = block.closest('[data-part]')?.dataset.part;
      lines.push({ text, box: rectangle(box), part: part === undefined ? null : Number(part), block });
    }
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    let at = 0;
    for (const sign of node.data) {
      range.setStart(node, at);
      range.setEnd(node, at + sign.length);
      at += sign.length;
      const box = [...range.getClientRects()].at(-1);
      if (box && box.width > 0) add(sign, box, blockOf(node));
    }
  }
  const parts = [...document.querySelectorAll('[data-part]')];
  const written = lines.filter(({ text }) => text.trim() !== '');
  return {
    lines: written.map(({ text, box, part }) => ({ text: text.trim(), box, part })),
    bubbles: parts.map((part) => rectangle(part.getBoundingClientRect())),
    bottom: Math.max(...parts.map((part) => (part.closest('.row, .card') ?? part).getBoundingClientRect().bottom)),
  };
})();
