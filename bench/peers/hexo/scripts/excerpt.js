// The opening of a post as plain text, worked out once for each.
const excerpts = new Map();

hexo.extend.helper.register('excerptOf', (post) => {
  let excerpt = excerpts.get(post._id);
  if (excerpt === undefined) {
    const text = post.content.slice(0, 2000).replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim();
    excerpt = [...text].slice(0, 120).join('');
    excerpts.set(post._id, excerpt);
  }
  return excerpt;
});
