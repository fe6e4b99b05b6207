throw new Error('the content folder is data');
