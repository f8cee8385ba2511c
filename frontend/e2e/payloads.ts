/** What an attacker writes into a text field: each would set `window.hit` if a page ever ran it. */
const RUN = 'window.hit=1';
const ENDS = ['', '">', "'>", '--></script>', '</title>', '</textarea>', ']]>', '${', '{{'];
const CORES = [
  `<script>${RUN}</script>`, `<img src=x onerror="${RUN}">`, `<svg onload="${RUN}">`, `<svg><animate onbegin="${RUN}" attributeName=x dur=1s>`, `<iframe srcdoc="<script>parent.${RUN}</script>">`,
  `<a href="javascript:${RUN}">x</a>`, `<details open ontoggle="${RUN}">`, `<input autofocus onfocus="${RUN}">`, `<video><source onerror="${RUN}"></video>`, `<body onload="${RUN}">`, `<math href="javascript:${RUN}">x</math>`,
];
const LOOSE = [`javascript:${RUN}`, `data:text/html,<script>${RUN}</script>`, `[x](javascript:${RUN})`, `\${${RUN}}`, `{{constructor.constructor('${RUN}')()}}`, `<scr<script>ipt>${RUN}</scr</script>ipt>`, `\u003cscript>${RUN}</script>`];

/** 106 of them, short enough for a name. */
export const payloads: readonly string[] = [...ENDS.flatMap((end) => CORES.map((core) => end + core)), ...LOOSE].filter((text) => text.length <= 100);
