/** Where articles are filed: eight groups of six sources, each with four channels. All invented. */
export const groups = Object.freeze([
  { name: '新媒体', prefix: '潮汐', channels: ['资讯', '快讯', '专栏', '深度'] },
  { name: '科技', prefix: '晶格', channels: ['芯片', '航天', '人工智能', '终端'] },
  { name: '财经', prefix: '南塘', channels: ['公司', '宏观', '消费', '市场'] },
  { name: '文化', prefix: '檐下', channels: ['书评', '戏剧', '风物', '展讯'] },
  { name: '编程', prefix: '编译', channels: ['前端', '后端', '工具', '周报'] },
  { name: '游戏', prefix: '像素', channels: ['新闻', '评测', '攻略', '赛事'] },
  { name: '汽车', prefix: '里程', channels: ['新车', '试驾', '产业', '用车'] },
  { name: '国际', prefix: '锚地', channels: ['要闻', '观察', '人物', '图片'] },
] as const);

/** Second halves of the names of sources: `潮汐` + `商业`. */
export const sourceSuffixes = Object.freeze(['商业', '观察', '早报', '周刊', '日志', '现场'] as const);

/** Companies and products that an article names on purpose. Real ones are named neutrally, as any news text would. */
export const companies = Object.freeze(
  `腾讯 阿里巴巴 小米 华为 京东 美团 百度 字节跳动 网易 拼多多 滴滴 快手 微信 支付宝 钉钉 飞书 大疆 联想 海尔 格力电器
  比亚迪 宁德时代 蔚来 小鹏汽车 理想汽车 吉利 顺丰 携程 哔哩哔哩 知乎 豆瓣 喜马拉雅 商汤科技 科大讯飞 寒武纪 地平线
  云杉优选 半坡咖啡 青鸟译 声形科技 芯筑半导体 晶桥封装 星槎航天 南屏机电 拾穗折扣 听潮语音 环礁储能 锚地科技 微光剧场
  折光视觉 北渚生物 长汀物流 木犀文具 砚台软件 白鹭能源 铜铃智能 麦浪农业 雨燕出行 石榴教育 岸芷健康 汀兰酒店 青禾种业
  流萤照明 松针数据 河图地图 洛书计算 橘井医药 墨斗建筑 丝路仓储 弦歌音乐 竹简阅读 云锦服饰 灯塔安全 罗盘咨询`
    .split(/\s+/)
    .filter(Boolean),
);

/** Everyday words which are also names of companies: a blind tagger marks them. */
export const everydayNames = Object.freeze(
  '一起 绽放 壁垒 测试 未来 平台 方案 开始 得到 理想 联想 建议 一致 成本 专线 合作 生活 快乐 自由 希望 青年 发现 探索 美好 安心 简单'.split(
    ' ',
  ),
);

/** Characters that make up the names that titles are told apart by. 64 of them: six bits each. */
export const nameCharacters =
  '安柏澄川岱汀枫岗禾衡江景珂岚澜黎林陆麦茗宁磐沛屏齐清秋然仁瑞杉松苏棠田桐湾唐溪夏祥星轩雁阳逸映远岳云泽湛昭舟竹卓紫庄雅柳棋晴筠溯';

/** What follows such a name. */
export const nameSuffixes = Object.freeze([
  '科技',
  '智能',
  '生物',
  '能源',
  '文化',
  '出行',
  '材料',
  '医疗',
] as const);
