// Posts of HTML: no template engine reads them.
const pass = (data) => data.text;
pass.disableNunjucks = true;
hexo.extend.renderer.register('html', 'html', pass, { disableNunjucks: true });
