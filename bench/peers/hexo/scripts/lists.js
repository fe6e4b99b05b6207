// Lists that Hexo's own generators don't make: months and authors with their pages, and the three indexes.
const pagination = require('hexo-pagination');

const SIZE = 24;

function groupPosts(posts, keyOf) {
  const groups = new Map();
  posts.forEach((post) => {
    const key = keyOf(post);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(post);
  });
  return groups;
}

function registerList(name, { dir, keyOf }) {
  hexo.extend.generator.register(name, function (locals) {
    const groups = groupPosts(locals.posts.sort('-date'), keyOf);
    const Query = this.model('Post').Query;
    const lists = [...groups].flatMap(([key, posts]) =>
      pagination(`${dir}/${key}/`, new Query(posts), {
        perPage: SIZE,
        layout: ['list'],
        format: 'page/%d/',
        data: { title: key },
      }),
    );
    const terms = [...groups].map(([key, posts]) => ({ title: key, path: `${dir}/${key}/`, count: posts.length }));
    terms.sort((a, b) => (a.title < b.title ? 1 : -1));
    return [...lists, { path: `${dir}/index.html`, layout: ['terms'], data: { title: dir, terms } }];
  });
}

registerList('month', { dir: 'archives', keyOf: (post) => post.date.format('YYYY/MM') });
registerList('author', { dir: 'authors', keyOf: (post) => post.author });

hexo.extend.generator.register('category-index', (locals) => ({
  path: 'categories/index.html',
  layout: ['categories'],
  data: { title: '分类', categories: locals.categories },
}));

hexo.extend.generator.register('not-found', () => ({ path: '404.html', layout: ['not-found'], data: { title: '404' } }));
