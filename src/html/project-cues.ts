/**
 * What stands around the name of a company or product in news, as frozen data: each pattern is matched against the plain
 * text right before or right after the link.
 */

/** Ends of the text before: what kind of thing follows, or what is done to companies. */
export const nameAnnouncedBefore =
  /(?:公司|集团|企业|平台|品牌|巨头|大厂|厂商|厂家|龙头|独角兽|运营商|服务商|供应商|开发商|提供商|经销商|制造商|赞助商|券商|机构|媒体|网站|应用|软件|App|APP|车企|药企|房企|搜索引擎|浏览器|新势力|四小龙之一的|竞品|友商|同行|对手|合作伙伴|投资方|资方|股东|母公司|子公司|老牌|旗下的?|收购|并购|入股|领投|投资了?|投过|加入|加盟了?|入职|离开|任职于?|供职于?|就职于?|来自于?|来源|由|据|登陆|打开|下载|接近|联合|携手|牵手|起诉|包括|诸如|譬如|例如|比如|像是?|责令|约谈|超越|对标|挑战|押注|重仓|首发于|刊于|出品方?)[“「『]?$/u;

/** Beginnings of the text after: what companies and products have, and what is said of no common word. */
export const nameOwnsAfter =
  /^[”」』]?(?:公司|集团|股份|控股|旗下|母公司|创始人|联合创始人|创办人|\s?CEO|\s?CTO|\s?COO|\s?CFO|首席|总裁|副总裁|副总|董事长|掌门|官方|官网|研究院|招股书|财报|年报|股价|市值|估值|系(?![统列])|客户端|\s?APP|\s?App|小程序|公众号|旗舰店|专卖店|的(?:创始人|联合创始人|CEO|员工|股东|投资人|合伙人|股价|市值|财报|招股书|子公司|高管))/u;

/** Beginnings of the text after: what companies do. Teams and people do it too. */
export const nameActsAfter =
  /^[”」』]?(?:方面|内部|官宣|宣布|发布|推出|上线|表示|[回响]应|透露|指出|否认|证实|公布|披露|获悉|报道|讯(?![号息])|完成[^，。]{0,8}融资|获[得投]|融资|上市(?!公司)|递交|提交|裁员|成立|收购|领投|跟投|走红|入局|入驻)/u;

/** Text around the name of an application or a service, whatever its maker. */
export const productAnnouncedAfter = /^(?:\s?APP|\s?App|客户端|小程序|公众号|浏览器|手游|游戏|输入法)/u;
export const productAnnouncedBefore = /(?:App|APP|应用|软件|游戏|小程序|浏览器|打开|下载|使用|上线了?)$/u;

/**
 * A credit line up to the person named: `作者：`, `文｜甲、`. Persons are what it lists, whatever companies they are
 * called like. `来源` and `图片` are absent: they name media.
 */
export const creditBefore =
  /(?:作者|撰文|采写|采访|编辑|责编|主编|编者|记者|译者|翻译|编译|校对|审校|审核|策划|监制|制图|设计|排版|出品人|[文图译])\s*[:：|｜丨/／]\s*(?:[^，。；：:！？“”《》（）()]{1,12}[、,，&＆\s/／]\s*){0,4}$/u;

/** A person's office right before a name: 记者王芳, 演员杨幂. */
export const personAnnouncedBefore =
  /(?:记者|演员|导演|歌手|作家|编剧|主持人|教授|博士|院士|先生|女士|选手|球员|教练|律师|总裁|董事长|总经理|创始人|合伙人|CEO|CTO|COO|CFO|负责人|分析师|研究员|嘉宾|网友|小编|主任|作者|编辑|主编|主笔|制片人|校长|院长|老师)$/u;

/** A count or a pointing word with its measure: what follows is a common noun. 一家现代公司, 这个平台. */
export const measuredBefore =
  /[一二两三四五六七八九十几多数每某这那该各整首\d][家个种位名款项条批套份台只场座片间]$/u;

/** The commonest surnames, which begin the persons' names that no dictionary has. */
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';

/** What ends the proper name of a company. */
export const companyEnding =
  /(?:科技|网络|资本|创投|投资|基金|传媒|文化|影业|影视|娱乐|游戏|医疗|医药|制药|药业|生物|基因|健康|智能|智行|机器人|汽车|出行|物流|速运|快递|教育|学院|课堂|金融|金服|银行|证券|保险|支付|咖啡|茶饮|餐饮|食品|乳业|饮料|酒业|啤酒|服饰|珠宝|家居|家电|电器|电子|半导体|微电子|通信|光电|能源|电池|电力|化工|航空|航天|重工|股份|集团|控股|地产|置业|酒店|旅行|运动|体育|健身|动漫|动画|漫画|音乐|视频|直播|新闻|财经|商评|日报|晚报|周刊|杂志|研究院|研究所|咨询|数据|云|网|社|汇|派|帮|侠|客|优选|严选|商城|超市|买菜|到家|工场|工坊|实验室|量子|星球|世界|宇宙)$/u;

/** What a company adds to its own name to call a branch or a product: 腾讯云, 百度地图, 现代汽车. */
export const brandExtension =
  /^(?:云|系|网|牌|版|.*(?:公司|集团|控股|股份|总部|中国|科技|网络|资本|创投|投资|基金|传媒|文化|影业|影视|娱乐|游戏|医疗|健康|智能|智家|汽车|出行|物流|速运|快递|外卖|优选|买菜|教育|有道|课堂|金融|金服|数科|银行|证券|保险|支付|咖啡|电器|电子|电池|半导体|通信|能源|航空|航天|地产|发展|酒店|旅行|单车|体育|动画|动漫|漫画|音乐|云音乐|视频|直播|短视频|新闻|财经|研究院|实验室|咨询|数据|商城|超市|之家|严选|考拉|地图|网盘|微盘|贴吧|知道|百科|文库|翻译|输入法|浏览器|会议|文档|邮箱|读书|手机|电脑|专车|租车|直聘|二手车|自动驾驶|大药房|公众号|小程序|视频号|朋友圈|极速版|特价版|火山版|APP|App))$/u;

/** Characters that tie words into sentences: an unknown span that begins or ends with one is a piece of a sentence. */
export const particleEdge =
  /^[的了着过得地们在是和与及或也都就还又很太最更被把将对从向为以于之其而且但不没无这那某每各个些种样几两此该]|[的了着过得地们在是和与及或也都就又很把将对从向为以于之而不没这那个些到有可会能使让给懂完住掉出起来去回进开内外前后中]$/u;

/** Characters after a name's end that make another word of it: 大众化, 自如地, 联想到. */
export const suffixAfter = /^(?:[们性化度率感力者式型般似样地着过了到]|起来|出来)/u;
