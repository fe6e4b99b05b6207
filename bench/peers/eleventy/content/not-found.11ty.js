export const data = { layout: 'base.11ty.js', title: '404', permalink: '/404.html', eleventyExcludeFromCollections: true };

export const render = () => '<h1>404</h1>\n<p><a href="/">回到首页</a></p>';
