### iml-check 对人说的每一句话，中文。

## 结论与效力

verdict-incompatible = 不符
verdict-incompatible-interpretation = 与解释不符
verdict-not-found = 未见规定
verdict-to-assess = 有待评判
verdict-provided = 已有规定
verdict-not-examined = 未审查
verdict-not-in-force = 对该国未生效

force-jus-cogens = 强行法
force-custom = 习惯国际法
force-treaty = 对该国生效的条约
force-interpretation = 权威解释
force-signed = 已签署而未批准
force-soft-law = 软法
force-unknown = 是否有约束力不明
force-none = 对该国无约束力

level-error = 错误
level-warning = 警告
level-advice = 建议
level-note = 提示

## 发现

subject-law = 法律
finding-permits = { $law }允许对{ $who }实施{ $measure }
finding-requires = { $law }要求对{ $who }实施{ $measure }
finding-refuses = { $law }拒绝让{ $who }{ $by }{ $within }获得{ $thing }
finding-refuses-safeguard = { $law }允许对{ $who }实施{ $measure }，并拒绝{ $by }{ $within }{ $safeguard }
finding-refuses-whenever = 对{ $who }实施{ $measure }时，{ $law }拒绝给予{ $by }{ $within }{ $safeguard }
finding-lasts = { $law }允许对{ $who }实施{ $measure }{ $lasts }；标准要求{ $limit }
finding-lasts-unlimited = { $law }允许对{ $who }实施{ $measure }{ $lasts }
finding-lasts-unlimited-required = { $law }要求对{ $who }实施{ $measure }{ $lasts }
finding-lasts-required = { $law }要求对{ $who }实施{ $measure }{ $lasts }；标准要求{ $limit }
lasts-most = ，最长{ $length }
lasts-unlimited = ，未规定最长期限
limit-at-most = 不超过{ $length }
limit-any = 有期限
finding-without-safeguard = { $law }允许对{ $who }实施{ $measure }，而所读条款均未给予{ $by }{ $within }{ $safeguard }
finding-not-entitled = 所读条款均未使{ $who }有权{ $by }{ $within }获得{ $thing }
finding-not-prohibited = 所读条款均未禁止{ $by }对{ $who }实施{ $measure }
finding-permits-privately = { $law }未使{ $who }免受{ $by }{ $measure }
finding-treated-worse-service = { $who }无权获得{ $thing }，而{ $other }有权：两者的差别仅在于{ $grounds }
finding-treated-worse-burden = { $law }允许对{ $who }实施{ $thing }，对{ $other }则不然：两者的差别仅在于{ $grounds }
finding-goes-round = { $who }可以不经{ $pass }而到达{ $step }
finding-no-procedure = { $law }允许对{ $who }实施{ $step }，而没有程序使其必经{ $pass }
finding-left-out = { $law }对“{ $term }”的定义遗漏了{ $who }
finding-taken-in = { $law }对“{ $term }”的定义纳入了{ $who }
finding-unjustified = { $law }允许对{ $who }实施{ $measure }，而所读条款未要求{ $legs }
finding-unjustified-required = { $law }要求对{ $who }实施{ $measure }，而所读条款未要求{ $legs }
finding-weigh = { $law }允许对{ $who }实施{ $measure }：其正当与否有待衡量
finding-weigh-required = { $law }要求对{ $who }实施{ $measure }：其正当与否有待衡量
finding-not-established = 所读条款均未设立{ $institution }
within-time = 在{ $length }内
by-authority = 由{ $authority }

## 人

person = 人
people = 人
person-with = { $phrases }的{ $noun }
people-with = { $phrases }的{ $noun }
list-separator = 、
alternatives = ，并且{ $list }
alternative-separator = ，或者
among-others = 等
phrase-no = 并非{ $label }
phrase-no-clause = 并非{ $label }
phrase-one-of = { $values }
phrase-not-said = { $fact }：{ $value }
value-separator = 或
range-exact = { $low }
range-two = { $low }或{ $high }
range-between = { $low }至{ $high }
range-below = 未满{ $high }
range-from = 已满{ $low }
range-from-unit = 至少{ $low }
range-more = 超过{ $low }
range-most = 不超过{ $high }
range-any = 任意
range-separator = 或
phrase-number = { $fact }{ $range }
length-hours = { $number }小时
length-days = { $number }日
length-weeks = { $number }周
length-months = { $number }个月
length-years = { $number }年

## 原文中的标记

mark-power = 该权力及于这些人
mark-stops-short = 该例外没有涵盖这些人
mark-time-clause = 该规定使其得以持续
mark-leaves-out = 该保障遗漏了这些人
mark-too-late = 该保障过迟，或没有期限
mark-wrong-authority = 并非由该类机关作出
mark-weaker = 这是别的或较弱的保障
mark-distinction = 差别由此产生
mark-definition = 这是定义
mark-refusal = 此处予以拒绝
mark-general = 此一般条款与之相关
mark-path = 由此绕过
mark-protects = 由此受到保护
mark-standard = 标准
mark-quote = 条文

## 报告开头

states-with-article = {""}
state-with-article = { $state }
opening-title = { $state } · 《{ $law }》{ $others ->
    [0] {""}
   *[other] 及另外{ $others }部文本
} · 截至{ $date }
opening-news = { $count ->
    [0] 与基线相比没有新的事项。
   *[other] 与基线相比有{ $count }项新的事项。
}
news-people = 现涉及{ $people }；首先是{ $first }
news-known-before = 对{ $people }更为不利；首先是{ $first }
news-points = { $standing }：{ $points }
opening-incomparable = { $count }项无法与基线比较：所涉人员无法完整表述
opening-outside = 在{ $points }个要点上，法律以其自身文字将某些人置于对{ $state }有约束力的标准之外。
opening-nobody-not-found = 未发现法律以其自身文字将任何人置于对{ $state }有约束力的标准之外；有{ $points }个要点所要求的规定在所查文本中未见。
opening-nobody = 就已审查且对{ $state }有约束力的标准而言，未发现不符之处。
opening-read = 已读：{ $whole ->
    [0] {""}
   *[other] { $whole }部全文
}{ $part ->
    [0] {""}
   *[other] { $whole ->
        [0] {""}
       *[other] 、
    }{ $part }部节录
}，共{ $articles }条{ $open ->
    [0] {""}
   *[other] ，另有{ $open }条尚待编码
}。
opening-not-read = 未读：{ $laws }{ $more ->
    [0] {""}
   *[other] 等，另有{ $more }部
}。
opening-examined = 在{ $binds }项有约束力的标准中，{ $not }项未予审查。
opening-known = { $known ->
    [0] {""}
   *[other] { $known }项基线中已有
}{ $accepted ->
    [0] {""}
   *[other] { $known ->
        [0] {""}
       *[other] 、
    }{ $accepted }项已承担
}：此处不列
points-not-found = { $count }个未见规定
points-reading = { $count }个仅依权威解释或仅签署的条约
points-to-assess = { $count }个有待评判
points-known = { $count }个已知
points-provided = { $count }个已有规定
points-not-examined = { $count }个未审查
points-advice = { $count }个仅属软法
points-separator = {" · "}
law-separator = ；
people-separator = ；
number-separator = 、
people-and-more = { $people }……
people-alternatives-more = { $people }，另有{ $more }种情形
articles-of-main = 第{ $numbers }条
articles-of-other = 《{ $law }》第{ $numbers }条
heading-outside = 法律以其自身文字将某些人置于标准之外
heading-not-found = 所查文本中未见所要求的规定
heading-reading = 依权威解释或仅签署的条约
heading-to-assess = 有待评判
heading-known = 已知或已承担
heading-advice = 软法要求更多
heading-edits = 首要修改，均已复核
edit-removes = 消除{ $points }
line-place = 位置
not-examined-heading = 未审查及其原因
short-more = （另有{ $count }项）
standing-outside = 不符
standing-not-found = 未见规定
standing-reading = 仅依权威解释或仅签署的条约
standing-to-assess = 有待评判
standing-known = 已知或已承担
standing-not-examined = 未审查
standing-provided = 已有规定
standing-advice = 仅属软法
standing-not-in-force = 对该国未生效
github-more = 另有{ $count }条同类提示未显示。
too-few-examined = 有约束力的标准中已审查{ $examined }项；要求至少{ $required }项
line-also = 另涉
screen-names = { $heading }（{ $count }个）：{ $names }
screen-more-points = 另有{ $count }个：--full
screen-hint = 看一个要点：--only { $point } · 看全部：--full · 打印：--format docx=report.docx 或 html=report.html
screen-hint-none = 看全部标准：--full · 打印：--format docx=report.docx 或 html=report.html

## 报告：Word 文档与电子表格

format-not-for-screens = { $format }不是文本，无法在此显示；请写作 --format { $format }=report.{ $extension }
word-law = 《{ $law }》{ $others ->
    [0] {""}
   *[other] 及另外{ $others }部文本
}
word-as-of = 截至{ $date }的法律
word-contents = 目录
word-new = 基线之后的新情况
word-more-below = 另有{ $count }项，见后页
word-points = 要点
word-sheets = 逐点说明
word-about-sheets = 最严重者在前。每一要点列明成因、法律原文和条约原文。
word-about-edits = 最严重者在前。每一要点列明成因、法律原文和条约原文。修改建议以修订标记写在法律的编码文本上，可接受或拒绝；每项修改均已重新判定，确能消除所称的问题。
word-edit = 修改{ $count }
word-edit-elsewhere = “{ $point }”项下的修改{ $number }也消除此问题
word-more-causes-by = 另有{ $count }处：{ $articles }
word-more-causes = 另有{ $count }处
word-to-assess = 待评估
word-about-comments = 法律在此是否足够，取决于只有人才能权衡的事项。各要点旁的批注写明待定之处。
word-also-to-assess = 另有{ $count }项待评估
word-comment = 待决定：{ $point }
word-comment-more = 另有{ $count }项
word-advice = 仅有软法要求更多
word-known = 已知或已接受
word-provided = 已有规定
word-not-examined = 未审查
word-not-examined-others = 另有{ $count }项不具法律约束力的标准也未审查。
word-read = 所读文本
word-not-read = 未读
word-method = 方法
word-method-words = 不符：法律以其自身文字将某人置于有约束力的标准之外。未见：所读文本中没有所要求的内容，但可能见于他处。待评估：取决于只有人才能权衡的事项。已有规定：未发现被所读文本置于标准之外的人。未审查：所读文本未涉及。
word-method-standing = 要点的轻重取决于使其如此的最强标准：强行规范、习惯和生效条约在先，其次是权威解释和仅签署的条约，再次是软法。同一要点之内依法律条文顺序排列。
word-method-limits = 审查对象是上列文本中逐条编码的法律。实践、其他法律以及法院的解释均未审查。
law-read-whole = 全文：{ $articles }条
law-read-part = 部分：{ $articles }条{ $open ->
    [0] {""}
   *[other] ，{ $open }条待编码
}
column-number = 序号
column-point = 要点
column-standing = 情况
column-whom = 涉及何人
column-articles = 条款
column-basis = 依据
column-force = 效力
column-sentence = 首先发现
column-finding = 发现内容
column-place = 位置
column-state = 国家
column-standard = 标准
column-identifier = 标识
column-verdict = 结论
column-by = 由何规定
column-why = 原因
column-law = 文本
column-in-force = 施行日期
column-read = 所读范围
column-article = 条
column-heading = 条标
column-encoding = 编码
column-remark = 备注
column-count = 要点数
column-touches = 涉及的要点
column-protects = 保护的标准
column-known = 已知
column-file = 文件
column-line = 行
column-fingerprint = 指纹
article-encoded = 已编码
article-noted = 仅作说明
article-set-aside = 不编码
sheet-points = 对照表
sheet-articles = 条文
sheet-findings = 发现

## 发现之下的各行

line-who = 何人
line-class = 同类者
line-exactly = 恰为：{ $people }
line-among = 其中包括：{ $people }
line-readings = 解读
readings-every = 无论如何解读法律中的开放用语
readings-some = 仅在开放用语的一种解读下：{ $phrases }
readings-some-many = 仅在某些解读下：{ $list }
readings-not-said = 取决于过多的开放用语，无法一一列出
line-nearly = 接近
nearly-articles = { $articles }较为接近
line-legs = 要件
leg-legality = 合法性
leg-aim = 可接受的目的
leg-necessity = 必要性
leg-proportionality = 狭义相称性
asks-legality = 依法载明的理由
asks-aim = 正当目的
asks-necessity = 就个案而言确属必要
asks-proportionality = 合乎比例
leg-stated = 已陈述
leg-missing = 缺少
leg-to-weigh = 已陈述，有待衡量
leg-excluded = 已排除
leg-lacks = { $leg }：{ $details }
leg-time-limit = 期限
line-path = 路径
line-doubt = 取决于
doubt-own = 该法自己关于何者相伴的陈述
doubt-unseen = { $article }的原文，尚无人核对
doubt-rank = 位阶较低或较旧的{ $article }是否优先：没有规定
doubt-refused = { $article }是否拒绝了另一条所给予的：没有规定何者优先
doubt-reservation = 该国是否作出了仅由本文件载明的保留：{ $words }
doubt-declared = 该国对该条所作声明的效力范围：{ $words }
doubt-may-be = { $thing }是否属于此类：取决于如何实施
doubt-general = { $articles }的一般性用语
line-read = 所读
read-no-exception = 所读文本中未见例外；未读文本中可能有
read-searched = 经查
read-not = 未读而可能有规定者：{ $laws }
line-assumes = 前提
assumes-relies = 依据未在手的“{ $on }”
assumes-calendar = 一个月按30日、一年按365日计算
assumes-unconfirmed = { $article }的原文未经核对
line-accepted = 已承担
accepted-by-until = 由{ $by }承担，至{ $until }：{ $because }
accepted-by-any-article = 无论依据哪一条，包括日后增加的条款
accepted-until = 至{ $until }：{ $because }
line-help = 建议
line-more = 详见
more-explain = iml-check explain { $id }
line-standard = 标准
line-basis = 依据
line-interpreted = 解释
line-complaints = 申诉
line-note = 注
line-articles = 条款
basis-line = 《{ $title }》{ $place }{ $quote }
basis-quote = ：“{ $quote }”
basis-unconfirmed = {" "}[原文未核对]
place-art = 第{ $place }条
place-para = 第{ $place }段
article-cited = 第{ $number }条
article-of = 《{ $policy }》第{ $number }条
binds-since = 自{ $since }起对{ $state }有约束力（{ $act }）{ $mark }
binds-undated = 对{ $state }有约束力（{ $act }）{ $mark }
binds-custom = 作为习惯国际法约束所有国家
binds-jus-cogens = 强行法：约束所有国家，不得减损
binds-interpretation = 对自{ $since }起约束{ $state }的条约的解释{ $mark }
binds-assumed = 为论证起见假定对{ $state }有约束力
binds-signed = { $state }{ $since }签署而未批准：条约法公约第18条要求不得妨碍其目的及宗旨{ $mark }
binds-reading-signed = 对{ $state }已签署而未批准的条约的解释
binds-signed-since = 于{ $since }
binds-soft = 无法律约束力
binds-unknown = 是否约束{ $state }不明：数据不完整
binds-outside = 对{ $state }无约束力：仅对{ $region }成员开放{ $mark }
binds-none = 对{ $state }无约束力
binds-none-to = 对{ $state }无约束力（数据完整至{ $date }）
binds-reserved = 对{ $state }无约束力：{ $note }
binds-mentioned = { $state }的一项声明提及该条，其效果尚未查明：{ $note }
binds-everybody = 生效条约
mark-unconfirmed = ，未核实
act-ratification = 批准
act-membership = 成员资格
act-accession = 加入
act-succession = 继承
act-acceptance = 接受
act-approval = 核准
act-signature = 签署
act-formal-confirmation = 正式确认
act-ratification-or-accession = 批准或加入
act-succession-to-signature = 继承签署
act-stated-in-policy = 文件所述
complaints-accepted = { $body }，依据《{ $instrument }》：{ $state }已接受
complaints-not-accepted = { $body }，依据《{ $instrument }》：{ $state }未接受
complaints-unknown = { $body }，依据《{ $instrument }》：{ $state }是否接受不明
reason-articles = 由{ $articles }规定
reason-reserved = 已保留：{ $words }
reason-in-part = { $all }项要求中有{ $count }项由{ $articles }规定
unexamined-no-power = 所读文本中未见此项权力
unexamined-no-power-searched = 经查未见此项权力
unexamined-no-article = 未读到该领域的条款
unexamined-nobody = 不存在标准所指之人
not-confirmed-mark = [未核实]

## 末行

summary-encoded = 条款：{ $encoded }条已编码，{ $aside }条不编码，{ $open }条尚待编码
article-open = 待编码
article-aside = 不编码：{ $why }
summary-assumed = 假定已批准{ $instruments }
count-mistakes = { $count }处错误
count-warnings = { $count }处文本警告
no-verdict = 未得出结论：文本有错误
no-verdict-undecided-order = 未得出结论：并非所有问题都已判定
no-verdict-undecided = 未得出结论：有问题未能在限度内判定（配置中的 `limits.looks`）
no-verdict-steps = 未得出结论：所问之事需要的步数超过一次运行的限度（配置中的 `limits.steps`）
undecided-standards = 未判定：{ $standards }
undecided-text = 未判定：法律是否自相矛盾，其每项权力是否及于任何人
no-verdict-fault = 未得出结论：两种判定方法不一致；这是 iml-check 的缺陷，请予报告
findings-heading = 发现
provided-heading = 已有规定及其依据
hidden-heading = 未显示

## 命令

test-passed = 符合预期
test-failed = 不符合预期
test-scenario = 情景“{ $name }”
test-example = { $standard }：示例“{ $name }”，{ $verdict }
test-found-permitted = { $articles }允许
test-found-not-permitted = 没有条款允许
test-found-entitled = { $articles }赋予权利
test-found-not-entitled = 没有条款赋予权利
test-found-verdict = 对此人的结论是{ $verdict }
test-found-nobody = 不可能有这样的人
test-found-example = 结论是{ $verdict }
test-found-witness = 见证人是{ $who }
test-summary = { $passed }项符合预期，{ $failed }项不符合预期
expected-line = 预期：{ $text }
nothing-to-test = 没有可测试的内容：未找到情景或示例
explain-unknown = 没有名为`{ $name }`的内容
explain-demands = 要求
explain-forms = 形式
reference-title = 国际移民法标准
reference-about = { $standards }项标准、{ $principles }项原则，涉及{ $instruments }份文书，以及对{ $states }个国家有约束力者。[目录](catalogue.md)共{ $rows }行，已编码{ $encoded }行。本页自动生成；`iml-check explain`输出相同内容。
reference-by-force = 按效力（假定国家为所有文书缔约方）
reference-by-section = 按目录章节
reference-of = { $encoded }/{ $all }
reference-by-form = 按形式
reference-by-theme = 按主题
reference-by-instrument = 按文书
reference-by-state = 按国家
formats-title = 报告格式
formats-about = `iml-check check --format 格式`按该格式输出报告，`--format 格式=文件`写入文件；一次可要求多种格式。本页自动生成；`iml-check explain 格式`说明其中一种。
formats-columns = | 格式 | 用途 | 读者 | 文件 |
formats-reader = 读者
formats-person = 人
formats-program = 程序
formats-of-differences = `iml-check diff --format 格式`另有：
explain-file = 文件
catalogue-title = 目录
catalogue-about = 已编码者及其标准；未编码者及其原因。未见原文的规范暂不收入。
catalogue-columns = | 行 | 依据 | 效力 | 编码于 |
catalogue-missing = 尚未：{ $why }
organisation = { $id ->
    [EU] 欧洲联盟
    [COE] 欧洲委员会
    [AU] 非洲联盟
    [OAS] 美洲国家组织
    [ASEAN] 东盟
    [LAS] 阿拉伯国家联盟
   *[other] { $id }
}
explain-member = 所属组织
explain-complaint-procedures = 个人可申诉之处
language-tag = zh-Hans
markdown-columns = | 要点 | 情况 | 涉及何人 | 位置 |
what-protects = 保护性条款：未有替代不得废止
html-title = 这部法律是否将某些人置于标准之外？
html-scope = 本报告说明一部法律将哪些人置于约束该国的标准之外、依据哪些条款，以及如何改变。所审查者仅为上列条款的编码文本，不包括实践、其他法律及法院解释。
html-news = 与基线相比的新事项
html-subjects = 按主题
html-contents = 目录
html-points = 各要点
html-point = 要点
html-show = 显示
html-show-all = 全部
html-more = 另有{ $count }项
html-words = 法律原文
theme-asylum = 庇护
theme-children = 儿童
theme-co-operation = 合作
theme-consular = 领事
theme-definitions = 定义
theme-displacement = 流离失所
theme-entry = 入境
theme-equality = 平等
theme-exit = 出境
theme-expulsion = 驱逐
theme-family = 家庭
theme-justice = 司法
theme-labour = 工作
theme-liberty = 羁押
theme-nationality = 国籍
theme-sea = 海上
theme-social = 社会权利
theme-trafficking = 人口贩运
such-a-person = 该人
html-more-print = 另有{ $count }项：见网页，或用 --full
html-orders = 法律体系
html-comparison = 并列对照
html-comparison-about = 按名称排列，并非排名或评分。
html-standard = 标准
html-cover = 审查对象
html-rank = 位阶
html-adopted = 通过
html-in-force = 生效
html-source = 来源
html-url = 网址
html-mistakes = 对文本的说明
html-people = 人
html-basis = 条约条款
html-articles = 法律条款
html-left-outside = 何人被置于其外
html-advice = 建议
html-turned = 法律逐条
html-article = 条款
html-found-here = 此处发现
html-sheets = 逐个要点
html-law = 法律（编码文本）
html-silence = 未审查与未生效
html-accepted = 已接受
html-repeat = 如何重复
html-file = 文件
html-data = 批准日期来自程序内置数据；`iml-check explain`加国家三字母代码可查看每项及其来源。
html-glossary = 术语
html-not-advice = 本报告不构成法律意见。每项发现均为论证，供法律工作者逐步核对。
html-scale-age = 被置于其外的年龄
html-scale-time = 超出标准允许的时间
html-scale-left-outside = 阴影部分为被置于其外者
html-three = { $a }：{ $b } · { $c }
baseline-written = 基线已写入{ $path }
baseline-unsaid = { $count }项发现仍为新：其所涉之人无法完整写出
baseline-old = 基线{ $path }为第1版：其中没有措施持续多久、随之给予什么，也没有各法律自己的词；请重写
baseline-unreadable = 无法读取基线{ $path }：{ $reason }
line-baseline = 基线
baseline-new = 不在基线中
baseline-unchanged = 基线中已有：同样的人
baseline-narrower = 基线中已有：涉及的人减少
baseline-wider = 基线中涉及他人：现涉及更多的人
baseline-harsher = 基线中已有同样的人，但现在更重：
baseline-changed = 基线中已有，但其依据已非当时：
changed-found = 当时须由人权衡，现在直接认定
changed-lasts = 现在可持续{ $now }，当时为{ $then }
changed-no-limit = 无期限
changed-must = 现在必须为之，当时可以不为
changed-lacks = 理由现在缺少{ $missing }
changed-given = 当时人人都有`{ $given }`，现在不再人人都有
changed-reason = 法律当时所述的理由现已不见：“{ $reason }”
changed-word = 法律自己的词`{ $word }`当时为{ $then }，现在为{ $now }
changed-word-declared = `{ $declared }`
changed-word-not-declared = 未声明
baseline-gone = 法律中已不存在而仍在基线中：{ $standard }，条款{ $articles }：{ $who }；请重写基线
snapshot-held = 结论与{ $path }中已审阅者一致
snapshot-accepted = 结论已写入{ $path }
snapshot-how = 请如法律工作者一样审阅差异，然后加上 --accept
explain-applied = 适用方式
explain-basis = 依据
explain-interpreted = 解释
explain-examples = 示例
explain-mend = 如何补救
explain-theme = 主题
explain-catalogue = 目录
explain-non-derogable = 不可减损
explain-kind = 种类
explain-adopted = 通过
explain-in-force = 生效
explain-monitored = 监督机构
explain-complaints = 申诉依据
explain-interprets = 解释对象
explain-not-reservable = 不得保留的条款
explain-source = 来源
explain-note = 注
explain-standards = 以其为依据的标准
explain-state = 截至{ $date }约束{ $state }者
explain-reservations = 保留与声明
explain-means = 含义
explain-own-fact = 独立的是非事实
explain-is-a = 属于
explain-kinds = 包括
explain-also = 又称
explain-label = 名称
explain-values = 取值
explain-usually = 通常
explain-unit = 单位
explain-axioms = 恒成立
explain-subject = 领域
explain-severity = 严重程度
explain-read-by = 解释者
explain-at-most = 至多
explain-facts = 构成该理由的事实
explain-beyond = 绝不超过
explain-question = 问题
explain-laid-down = 所要求者须由法律规定
explain-duty = 受其约束即足以提出该问题：立法义务
explain-weighing = 要求逐案权衡
explain-answered-by = 回答该问题的标准
list-none = 没有可列出的内容
version-left-out = { $file }是该法律的另一版本，在{ $day }并不有效
law-not-yet = 未计入{ $file }：该法律自{ $from }起施行；用 --as-of { $from } 即可计入
judged-as-framework = 所指文件属于`{ $name }`，与其他文件一并判断；用 --no-config 可单独判断
accept-without-reason = 承担须说明理由：--reason 为空
accept-past = 已于{ $until }届满的承担不涵盖任何发现
two-reports-in-one-place = 两份报告不能写到同一处；请写作 --format sarif=FILE
no-policy-found = 在{ $path }未找到法律文件
unknown-instrument = 没有名为`{ $name }`的文书
    .label = 未知
    .page = 文书以其标识称呼；`iml-check list instruments`列出全部。
unknown-state = 条约数据中没有国家`{ $name }`
    .label = 未知
    .page = 国家以三个字母称呼；`iml-check list states`列出全部。
unknown-only = 没有名为`{ $name }`的标准、争点或主题
    .label = 未知
    .page = 标准、争点和主题以其标识称呼；`iml-check list standards`和`iml-check list points`列出全部。
not-a-date-flag = `{ $text }`不是日期；请写作2026-07-01
unwritable = 无法写入{ $path }：{ $reason }
output-lost = 标准输出未能接收全部报告：{ $reason }
unreadable = 无法读取{ $path }：{ $reason }
no-such-path = 此处没有名为{ $path }的文件、文件夹或配置中的法律框架
language-unspoken = { $variable }要求`{ $name }`；报告的语言有{ $known }
refused-not-a-file = 它不是文件，而是文件夹、管道、套接字或设备
refused-too-large = 它超出读取的大小
refused-outside = 它在仓库之外
refused-version-control = 它在`.git`之中
refused-not-a-picture = 它不是PNG、JPEG或SVG
refused-being-read = 本次运行正在读取它，写入会将其覆盖
refused-broken-link = 它是不通向任何处的链接
left-out-hidden = 未读：{ $path }是隐藏的；如需读取，请给出其路径
left-out-cache = 未读：{ $path }是缓存（其中的CACHEDIR.TAG如此说明）；如需读取，请给出其路径
left-out-link = 未读：{ $path }是通向仓库之外的链接
written-to = 已写入{ $path }
rules-have-mistakes = 规则有错误；未作判定
panic = iml-check { $version }出现故障，这不是您的过错。未得出结论。请将您运行的命令连同此行一并报告：{ $place }

## 语法

expected-list = { $list }
expected-or = 或
grammar-name = 名称
grammar-number = 数字
grammar-date = 日期（2026-07-01）
grammar-label = 引号中的名称
grammar-text-quote = 引号中的文字
grammar-text-inner = 引号中的文字
grammar-condition = 条件
grammar-conjunction = 条件
grammar-negation = 条件
grammar-primary = 条件
grammar-comparison = 条件
grammar-group = 括号中的条件
grammar-open-brace = {"`{`"}
grammar-close-brace = {"`}`"}
grammar-open-paren = `(`
grammar-close-paren = `)`
grammar-comma = `,`
grammar-semicolon = `;`
grammar-arrow = `->`
grammar-operator = 比较，如`<`
grammar-at-most-op = `<=`
grammar-at-least-op = `>=`
grammar-less-op = `<`
grammar-more-op = `>`
grammar-equals-op = `=`
grammar-unit = 单位，如`days`
grammar-who = 所指的人
grammar-extent = 时长，如`30 days`
grammar-provision = 条款编号
grammar-instrument-id = 文书，如`CRC`
grammar-state-code = 三个大写字母的国家代码
grammar-lang = 语言，如`zh`
grammar-article-clause = 条款中的语句
grammar-policy-clause = 法律的语句
grammar-standard-clause = 标准的语句
grammar-instrument-clause = 文书的语句
grammar-scenario-clause = `given`或`expect`
grammar-expect-may = `may`
grammar-expect-entitled = `entitled to`
grammar-expect-verdict = 对法律的判断，如`provided`
grammar-form = 形式，如`forbid`
grammar-power-tail = 接续语句的词，如`where`
grammar-ban-tail = 接续语句的词，如`where`
grammar-give-tail = 接续语句的词，如`where`
grammar-form-tail = 接续形式的词，如`where`
grammar-article-ref = 条文，如`article 5`
grammar-is-value = `is`
grammar-of-law = `of`
grammar-bound = 比较，如`<`
grammar-leg = 要件，如`necessity`
grammar-verdict-word = 对法律的判断，如`provided`
grammar-point-clause = 争点的内容，如`question`
grammar-refuse-tail = 继续该条款的词，如`where`
grammar-searched-thing = 所检索的内容
grammar-reason-fact = 事实
grammar-weighed-beyond = `weighed beyond`
grammar-item = 条目，如`article`
grammar-EOI = 结尾
grammar-other = 其他内容

kind-fact = 事实
    .stands = 用于`where`之后的条件
kind-condition = 事实或术语
    .stands = 用于`where`之后的条件
kind-term = 术语
    .stands = 用于条件，或用于条款所涉之人：`may detain …`
kind-time = 具名时限
    .stands = 用于时间长度之处：`for up to`或`within`之后
kind-measure = 措施
    .stands = 用于`may`或`must not`之后
kind-safeguard = 保障
    .stands = 用于`giving`之后，或`entitled … to`之后
kind-service = 服务
    .stands = 用于`entitled … to`之后
kind-institution = 机构
    .stands = 用于`establishes`之后
kind-authority = 机关种类
    .stands = 用于`by`之后
kind-step = 步骤
    .stands = 用于程序：`… -> …`
kind-aim = 目的
    .stands = 用于`justified by aim`之后
kind-subject = 领域
    .stands = 用于`governs`之后
kind-rank = 位阶
    .stands = 用于`rank`之后
kind-reason = 理由
kind-point = 争点
kind-instrument = 文书
kind-standard = 标准
kind-policy = 法律

unit-hours = 小时
unit-days = 日
unit-weeks = 周
unit-months = 月
unit-years = 年
unit-none = 无单位

did-you-mean = 是否指{ $names }？
means-here = `{ $word }`在这里写作{ $names }
means-elsewhere = `{ $word }`在这里写作{ $names }，{ $where }
name-and-kind = `{ $name }`（{ $kind }）

## 错误

unexpected = 此处不应出现`{ $found }`
    .label = 应为{ $expected }
    .page = 文本在此处不合语法。标记说明此处可以写什么。同一条的其他语句和其他条款仍会被读取。
said-otherwise = 语言对`{ $found }`另有写法
    .label = 此处
    .help = 请写作：{ $clauses }
    .page = 每个意思只有一种写法，这样就不必追问两种写法是否同义。此处用原文的用词列出看来想表达的、可以读取的语句；是否就是法律的意思，由撰写者判断。
missing-word = 缺少`{ $word }`
    .label = 在此之前
    .help = 请写作：`{ $clause }`
    .page = 加上所示的词，文本就可以读取。是否就是法律的意思，由撰写者判断。
name-missing = 缺少名称
    .label = 在此之前
    .help = 例如：`{ $clause }`
    .page = 所声明的内容先有一个单词的名称，供其他地方引用，然后才是给人看的标签。
joined-how = 这两项如何连接？
    .label = 请在此之前写`and`或`or`
    .help = 两者都须具备写`and`，具备其一即可写`or`；取值用`is`写明
    .page = 两个条件用`and`或`or`连接；并排书写不构成连接。
after-number = 数字{ $number }之后不能写`{ $found }`
    .label = `{ $found }`不是语言的单位
    .help = 请写 hours、days、weeks、months、years，或不写单位；若是另一个条件，请用`and`或`or`连接
    .page = 数字以时间单位计，或没有单位。目前没有货币、距离等其他单位：金额可用该法自己的事实表示，如`fact below-income-threshold`。
length-without-unit = { $number }什么？
    .label = 请在其后写明单位
    .help = hours、days、weeks、months 或 years
    .page = 期限是数字加单位，如`30 days`，或有名称的期限。
not-a-clause = 没有以`{ $found }`开头的语句
    .label = 此处应为一个语句
    .help = 语句说明国家可以、必须或不得做什么（`may detain foreigner where …`、`must not detain child`），给予什么（`must give … to …`），或某人有权获得什么（`entitled child to …`）
    .page = 条文包含语句、法律原文（`text "…"`）和附注。词汇中没有的内容，可用`fact`声明为该法自己的理由。
no-item = 没有以`{ $found }`开头的内容
    .label = 此处应为条文、事实或其他条目
    .help = 文件先有`policy`，然后是`authority`、`fact`、`term`、`article`、`procedure`、`scenario`等，各自从行首开始
    .page = 花括号之外是条目，每个条目的用词写在行首。
outside-article = 语句不在任何条文之中
    .label = `{ $found }`是语句的开头
    .help = 请放入条文的花括号内，如 article 1 {"{ … }"}；并检查是否有花括号过早结束
    .page = 法律的一切内容都由某一条文规定，这样才能引用。
outside-policy = 这应写在法律的首部
    .label = `{ $found }`在首部之外
    .help = 请写入`policy`的花括号内；并检查是否有花括号过早结束
    .page = 关于整部法律的内容写在首部：policy my-law "My Law" {"{ … }"}。
brace-too-many = 这个花括号没有可结束的块
    .label = 此处没有已开始的块
    .help = 请删去，或补上它所要结束的块的左花括号
    .page = 每个右花括号之前都有一个左花括号。
block-not-opened = 缺少`{ $item }`的左花括号
    .label = 请在其后写{"`{`"}
    .page = 块的语句写在花括号之间。
ends-too-early = 此处结束过早
    .label = 其后应有{ $expected }
    .page = 此处开始的内容没有写完。
unclosed-block = 缺少右花括号
    .label = 其后应有{"`}`"}
    .opened = 该块由此开始
    .next = 此处看来是新的内容
    .help = 在该块结束处写上{"`}`"}
    .page = 每个以花括号开始的块，必须在下一条目于行首开始之前结束。
reserved-word = `{ $found }`是语言的用词，不能作为名称
    .label = 此处应为名称
    .help = 请改用其他名称，如`{ $found }-1`
    .page = where、by、for 等词构成语言本身，不能用作名称。
look-alike = `{ $found }`形似`{ $plain }`，但并非同一字符
    .label = 请写`{ $plain }`
    .help = 中文输入法会输入全角标点；请切换为半角，或将`{ $found }`替换为`{ $plain }`
    .page = 全角标点与语言的标点是不同的字符。引号之内可以使用全角标点。
look-alike-quotation = `{ $found }`是弯引号，引文应写在`"`之间
    .label = 请写`"`
    .help = 中文输入法以及 Word 等会自动更正的程序会把引号变弯；请写`"`，或用`iml-check fmt`一次全部改直
    .page = 弯引号、书名式引号与直引号是不同的字符。程序按直引号读取，`iml-check fmt`会改写为直引号。引文之内可以使用。
look-alike-dash = `{ $found }`是破折号，名称和箭头应使用连字符`-`
    .label = 请写`-`
    .help = Word 等会自动更正的程序会把连字符变成破折号；请写`-`
    .page = 破折号与连字符是不同的字符。引文之内可以使用。
look-alike-nothing = `{ $found }`不是语言的标点
    .label = 请删去
    .page = 语言中没有冒号、句号和其他宽度的空格。引号之内可以使用。
hidden-character = 此处有隐藏字符（{ $code }）
    .label = 请删去
    .help = 隐藏字符会使文本看起来与实际内容不同
    .page = 引号与注释之外不允许控制字符、方向标记和零宽字符；其内会提示，但在字母相连或自右向左的文字中属于拼写的除外。NUL字符一律不允许。
confusable-name = `{ $name }`形似`{ $other }`，却是另一名称：{ $points }
    .label = 请改用其他名称，或用相同的字母
    .first = 与之形似的名称
    .help = 请用该语言的键盘键入名称，或选用不致混淆的名称
    .page = 不同文字的有些字母形状相同，如拉丁字母o与西里尔字母о，或大写I与小写l。读者会将二者混为一谈；不作判断。
mixed-scripts = `{ $name }`混用不同文字的字母：{ $points }
    .label = 用多种文字书写
    .help = 名称请只用一种文字书写；拉丁字母可与中文、日文、韩文并用
    .page = 混用文字的名称可能形似另一名称。
lone-carriage-return = 单独的回车符
    .label = 请以换行符结束该行
    .page = 行以换行符，或回车加换行结束。
unclosed-quotation = 引号没有闭合
    .label = 由此开始
    .help = 请用`"`闭合
    .page = 引文到下一个引号为止。引文之内的引号写作 \"。
nested-too-deep = 括号嵌套超过{ $most }层
    .label = 此处过深
    .help = 用`term`为条件的各部分命名
    .page = 限制括号层数，是为了使任何文本都不能耗尽机器。
not-utf8 = 文件自第{ $byte }字节起不是 UTF-8
    .label = 此处
    .help = 请将文件保存为 UTF-8
    .page = 文件按 UTF-8 读取，可带或不带字节顺序标记。
empty-file = 文件没有内容
    .label = 此处
    .help = 请从 policy 块开始；语言参考中有示例
    .page = 没有内容的文件绝不会被视为符合。会予以报告，且不得出结论。
file-too-large = 文件合计过大，无法读取；上限为{ $most }字节
    .label = 此处
    .page = 一次运行的全部文件合计不得超过 2 GB。
declared-twice = `{ $name }`被声明了两次
    .label = 此处再次声明
    .first = 首次声明
    .page = 一个名称只代表一个事物，一个条号只代表一个条文，无论其数字为何种形式。
shadows-vocabulary = `{ $name }`是词汇中的用词，不能再作为该法自己的用词
    .label = 此处
    .known = 词汇中的该词
    .help = { $is ->
        [term] 请另选名称；该法自己对`{ $name }`的定义应写在条文中：define { $name } means …
       *[other] 请另选名称；若所指相同，请删去此声明
    }
    .page = 标准使用词汇中的用词。法律若另给其中一词以自己的含义，就不再受到标准的审查。
serves-in-policy = 法律不能自称其事实可作为正当理由
    .label = `serves`属于词汇
    .help = 请删去`serves`，或使用词汇中能支持该要件的保障：`iml-check list terms`
    .page = 何者能支持正当理由的要件，由规则规定，而不由需要说明理由的法律自己规定。
said-twice = `{ $what }`说了两次
    .label = 此处又说一次
    .first = 首次在此
    .help = 请删去其一；只有一处能起作用
    .page = 只能说一次的内容就说一次：两个日期、两个机关或同一保障的两个期限，无从得知法律所指为何。
adopted-after-force = 该法自{ $force }起施行，却于{ $adopted }通过
    .label = 通过在后
    .help = 请核对两个日期
    .page = 法律溯及其通过之日以前的情形罕见，日期笔误却不少见。
article-says-nothing = 第{ $number }条没有内容
    .label = 既无条文也无语句
    .help = 写出其语句，或写明`to be encoded`，或`set aside because "…"`
    .page = 没有语句的条款会被当作已经读过。尚待编写的须标明，略去的须说明理由。
expects-nothing = 该情景没有任何预期
    .label = 无论法律如何规定都成立
    .help = 写明应当成立的内容：`expect may …`、`expect not may …`、`expect entitled to …`
    .page = 情景是对法律的测试。没有预期的情景，无论法律怎样规定都成立。
leads-nowhere = `{ $name }`没有去向
    .label = 此处
    .help = 用`… -> …`写出从一个步骤到另一个步骤
    .page = 程序由步骤及其去向构成。没有步骤的程序，或通向自身的步骤，对流程没有说明任何内容。
listed-twice = `{ $name }`出现两次
    .label = 第二次出现
    .first = 第一次出现
    .help = 删去其一，或写出本来要写的内容
    .page = 重复出现的只算一次，往往是把别的内容误写成了它。
zero-length = 期限为零
    .label = 没有持续零时间的措施
    .help = 写出期限，或删去该句；不允许的事写作`must not …`
    .page = 只能持续零时间的权力不是权力。这样写往往是漏了数字。
says-nothing = 空引文没有说明任何内容
    .label = 此处
    .help = 请写明应有的内容
    .page = 理由、所依据的法律、条文原文，都是要承担说明责任的，因此必须写明。只有点号和空白，等于没有说明。
and-or-mixed = `and`与`or`混用而没有括号
    .label = 哪些应当在一起？
    .help = 请写作`{ $one }`，或`{ $other }`
    .page = 没有括号时，有人先读`and`，有人从左往右读。此处列出两种加括号的写法，请选择法律所指的那一种。
tail-without-clause = `{ $found }`须接在条款之后，而此前没有条款
    .label = 接在什么之后？
    .help = 写在措施或所给予的内容之后：`may detain foreigner where … giving court-review within 48 hours`
    .page = 条件、期限、保障和执行机关，都写在其所属的条款之后。
tail-of-several = `{ $tail }`之前列有多项保障
    .label = 是对全部而言，还是只对最后一项？
    .help = 请重复`giving`：{ $each }
    .page = `giving a, b`列出多项内容。何时、由谁、在何种情形下给予，须对每一项分别写明。
two-lengths = 对同样的人规定了两个期限
    .label = 此处又规定，未说明对谁
    .first = 首次在此
    .help = 请删去其一，或用`where`写明另一期限对谁适用
    .page = 多个`for`语句各对其所指的人适用，以最长者为准。两个都未指明对象的期限都适用于所有人，较短者就等于没有规定。
clause-beside-aside = 已略去的条款中还有语句
    .label = 此处是否有效？
    .aside = 此处说明该条已略去
    .help = 请删去该说明，或删去这些语句；已废止的内容随该条一并删去
    .page = `set aside`和`to be encoded`表示对该条不作任何陈述。与之并列的语句就会既有效又无效：与`set aside`并列的不起作用；与`to be encoded`并列的，该法不予读取。
unknown-name = 没有名为`{ $name }`的{ $kind }
    .label = 未知
    .help = `iml-check list terms`列出已有的内容
    .help-condition = `iml-check list terms`列出已有的内容；词汇中没有的理由可声明为该法自己的`fact`
    .help-measure = 措施是对人所做的事，`iml-check list terms`列出全部；给予某人的是保障或服务：`entitled … to …`
    .help-safeguard = `iml-check list terms`列出全部保障和服务；都不是的，可写入`note`
    .help-authority = `iml-check list terms`列出机关的种类；该法自己的机关可声明：`authority … kind …`
    .page = 该名称既不在词汇中，也未在本文件中声明。若有相近的名称，会给出建议。
unknown-value = `{ $fact }`不能为`{ $name }`
    .label = 应为{ $values }之一
    .page = 事实只能取声明时列出的值。
unknown-article = 没有第{ $name }条
    .label = 未知
    .page = 本文件没有该条。同一法律秩序中另一部法律的条款写作`article 5 of its-name`。
wrong-kind = `{ $name }`是{ $is }，而此处应为{ $expected }
    .label = { $is }
    .declared = 在此声明
    .page = 该名称已知，但代表另一种事物。
wrong-usual = `{ $name }`的通常值与其取值不符
    .label = 此处
    .page = 数字的通常值须在其范围内，取值须为已声明者，是非事实通常为 yes 或 no。
wrong-values = `{ $name }`的取值没有意义
    .label = 此处
    .page = 范围由小到大，取值在两个至一百个之间。
needs-value = `{ $name }`有多个取值：请写明
    .label = 写作`{ $name } is …`，为{ $values }之一
    .page = 有多个取值的事实用`is`或`is not`比较。
needs-number = `{ $name }`是数字：请比较
    .label = 写作`{ $name } < …`
    .page = 数字与常数比较。
takes-no-value = `{ $name }`是是非事实，没有取值
    .label = 请删去
    .page = 只写该事实，或`not`加该事实。
not-a-number = `{ $name }`不是数字
    .label = 不能比较
    .page = 只有声明了单位或范围的事实才能与数字比较。
missing-unit = 缺少单位
    .label = `{ $name }`以{ $unit }计：请写明单位
    .page = 在小时与日可能混淆之处，须写明单位。
wrong-unit = `{ $name }`以{ $unit }计，而非{ $found }
    .label = 单位错误
    .page = 年龄以年或月计，时长以小时、日、周、月或年计。以比事实本身更细的单位比较时，须从其整数单位开始：`age < 216 months` 即未满十八岁；介于其间者无法表述。
out-of-range = `{ $name }`介于{ $from }与{ $to }之间
    .label = 该比较从不起作用
    .page = 常数在事实的范围之外，所有人都落在同一侧。
taxonomy-too-large = 该词汇表的种属关系超出可处理的数量
    .label = 最后一项
    .help = 删去法律或标准均未提及的种属
    .page = 种属关系须求闭包；其数量有上限，远高于法律所需。
definition-too-deep = `{ $name }`所依赖的定义层层相依，超过{ $most }层
    .label = 过深
    .help = 请以更少的步骤说明其含义
    .page = 定义须追溯到底；层数有上限，远高于法律所需。
taxonomy-cycle = 事物不能是其自身的一种：{ $cycle }
    .label = 循环由此开始
    .also = 并经过此处
    .page = 分类中没有循环。
definition-cycle = 术语不能以其自身定义：{ $cycle }
    .label = 循环由此开始
    .also = 并经过此处
    .page = 术语的含义可以使用其他术语，但不能回到自身。
authority-without-kind = 没有写明`{ $name }`属于哪种机关
    .label = 其种类在此起决定作用
    .help = 用`kind`声明，如`authority { $name } kind police`
    .page = 保障是否由适当种类的机关给予，取决于其种类。
instrument-without-kind = 没有写明`{ $name }`属于哪种文书
    .label = 此处
    .help = 请加上`kind treaty`、`regional`、`custom`、`jus-cogens`、`interpretation`或`soft-law`
    .page = 种类决定其标准的约束力。
standard-without-basis = `{ $name }`没有依据
    .label = 缺少依据
    .help = 请加上`basis CRC art "…"`
    .page = 没有文书的标准只是意见。
standard-without-form = `{ $name }`没有任何要求
    .label = 缺少形式
    .help = 请加上 forbid、limit、require、equal、before、define、justify、establish 之一
    .page = 标准至少有一种形式。
equal-without-ground = 不论何种理由？
    .label = 请加上`regardless of …`
    .page = 平等总是不论某种理由的平等。
no-duration = 没有名为`duration`的事实
    .label = 此处需要
    .help = 请声明`fact duration "held for {"{}"}" unit hours`
    .page = 时限是对名为 duration 的事实的限制。
no-policy = 文件没有写明这是哪部法律
    .label = 请以`policy`开始
    .help = 写作：policy my-law "My Law" {"{ state CHN governs detention }"}
    .page = 条款属于法律，法律属于国家。
no-state = 没有写明`{ $name }`是哪国的法律
    .label = 请加上`state …`
    .page = 哪些标准有约束力取决于国家，以三个字母表示。
two-states = 一个法律秩序中有两个国家：{ $first }和{ $second }
    .label = { $second }
    .first = { $first }
    .help = 请将各国的法律分别放入各自的文件夹或框架
    .page = 一个法律秩序是一国之法。同在一个文件夹中、或由同一框架列出的法律，构成一个法律秩序；其上级文件夹可以包含多国的法律秩序。
replaces-itself = 法律不能取代自身
    .label = 自身的名称
    .help = 请写明被其取代的法律
    .page = `replaces`写明另一部法律，本法自施行之日起取而代之。
replaces-each-other = 两部法律互相取代：均不可能有效
    .label = 取代`{ $name }`
    .other = 后者又取代本法
    .help = 只能由后法取代前法
    .page = 同一法律的两个版本之间，由后者取代前者，不得相反。
replaces-later-law = 本法始于{ $from }，不能取代始于{ $later }的`{ $name }`
    .label = 后法
    .help = 请核对两个日期
    .page = 法律只能取代不晚于自身的法律。
no-governs = 未说明`{ $name }`规范哪些领域
    .label = 请加上`governs …`
    .help = 其自身语句涉及：governs { $fields }
    .page = 法律只对其所规范的领域中的沉默负责。若未写明任何领域，就查不出它的沉默。
nothing-operative = `{ $name }`中没有任何起作用的内容
    .label = 该法
    .help = 请至少写出一条的内容，如`may …`、`must …`、`entitled … to …`或`define …`
    .page = 若一部法律的各条都尚待编码、已略去或仅为附注，等于没有被读取。对它不作结论。
nothing-examined = `{ $name }`中没有任何内容引发所问的问题
    .label = 该法
    .help = 请用`governs`写明该法的领域，或用`--only`和`--all-standards`多问一些
    .page = 没有审查任何标准的运行，对该法什么也没有说，因而不作结论。当权力、保障、禁止或拒绝引发其问题，或法律规范其领域时，才审查一项标准。
second-policy = 一个文件只写一部法律
    .label = 第二部
    .first = 第一部
    .page = 每部法律写在自己的文件中；一个文件夹中的文件构成一个法律秩序。
not-reservable = 对{ $instrument }第{ $article }条不得作出保留
    .label = 无效
    .page = 文书本身排除对该条的保留，故该保留不计。
reservation-to-no-treaty = 保留只能对条约作出，而`{ $name }`不是条约
    .label = 对此不能作出保留
    .known = 在此声明
    .help = 请删去；习惯法和强行法约束每个国家
    .page = 保留是在签署、批准或加入条约时所作的声明（《维也纳条约法公约》第2条第1款(d)项）。对强行法、习惯法或条约的解释不能作出保留。
belongs-in-rules = `{ $name }`应写在规则文件中
    .label = 不应写在法律文件中
    .help = 请移至以 .iml 结尾的文件，并用 --rules 指明其文件夹
    .page = 法律文件写法律的内容；标准、文书和措施是规则。
old-word = `{ $word }`是该语言第一版的用词
    .label = 现为`{ $new }`
    .help = `iml-check fmt --edition 2 文件`可将旧词全部改写
    .page = 对法律与标准的判断用六个词：`incompatible`、`not-found`、`to-assess`、`provided`、`not-examined`、`not-in-force`。旧词所称多于其依据：法律可与标准不符，违反的是国家；条文未作规定不是违反；未见有关权力并不保护任何人。
nameless-law = 法律没有名称
    .label = 哪一部法律？
    .help = 请写出该法律公布时的名称
    .page = 检索过什么、未读什么，都有人具名负责，他人也会去查：没有名称的法律无从查找。
own-thing-of-nothing = `{ $name }`不属于标准所知的任何一类
    .label = 这是什么？
    .help = 请写明它属于什么：`is a detain`；若有疑问：`may be deprive-of-liberty`
    .page = 标准谈的是词汇中的措施和保障。法律以自己的名称所称者，作为其中之一的一类而受标准审查；用`may be`时，是否属于该类有待评判。
rules-only = 法律不能就自己的`{ $name }`规定`{ $what }`
    .label = `{ $what }`属于词汇
    .help = 请删去；法律自己的用词对人有何作用，由条文规定
    .page = 何者能支持正当理由的要件、确定或终止某一事实、排除某一措施，或者是另一事物的别称，由规则规定，而不由受其审查的法律规定。法律自己的事物只属于一类，即其首要一面。
searched-unread = 无法在“{ $law }”中检索`{ $thing }`
    .label = { $why ->
        [excerpt] 该法律仅有节录
        [open] 该法律中可能涉及它的条文尚待编码
       *[unread] 已说明未就此读过该法律
    }
    .said = 在此说明
    .help = 请检索完整公布的文本，或将该法律从检索范围中删去
    .page = *检索*是法律工作者愿意具名的声明：所列文本中有关它的规定，都已在手边的法律中。对于节录、尚待编码且可能涉及它的条文，以及未读过的法律，无人能够如此具名。仅在其他领域尚待编码的条文应写明：`to be encoded, in labour`。
own-step = 步骤`{ $name }`仅为该程序所知
    .label = 是否笔误？
    .page = 与词汇中的步骤名称相近的步骤，很可能就是该步骤。
unknown-steps = 没有标准认识{ $names }
    .label = 只在该程序中使用
    .also = 以及此处
    .help = `iml-check list terms`列出已有的步骤；要让标准查到，必须用词汇中的名称
    .page = 标准按词汇中的名称询问是否未经某一步骤即到达另一步骤。自行命名的步骤会被略过：换了名称的遣返就查不到。
unused = { $kind }`{ $name }`未被使用
    .label = 在此声明
    .help = 请删去或使用
    .page = 声明而未使用，往往是名称的笔误。
empty-term = 没有人可以是`{ $name }`
    .label = 其含义自相矛盾，或与恒成立者矛盾
    .page = 没有情形同时满足该含义与公理。
contradictory-axioms = 这些不能同时成立
    .label = 此项
    .also = 与此项
    .page = 相互矛盾的公理会使任何法律都显得符合。所示为自相矛盾的最小集合。
never-applies = 第{ $article }条永远不能适用
    .label = 没有人处于该情形
    .page = 该条件自相矛盾，或与恒成立者矛盾。
taken-away = 第{ $article }条所允许者又被全部取消
    .label = 该权力不及于任何人
    .ban = 在此禁止
    .page = 禁止涵盖了该权力所指的所有人。
length-for-some = 第{ $article }条的期限没有涵盖该条所及的全部人
    .label = 只对这些人
    .also = 以及这些人
    .help = 请写明对其余的人为多久；照现在的写法，对他们没有期限
    .page = `for up to … where …`写明对其所指的人为多久。对其余的人没有期限。
lengths-overlap = 第{ $article }条的两个期限适用于同样的人，以较长者为准
    .label = 对同属两者的人不起作用
    .longer = 较长的期限
    .help = 请用`where`写明各对谁适用，使无人同属两者
    .page = 多个`for`语句是并列的选项。在一般期限之外对少数人规定较长期限是例外；对少数人规定较短期限则对他们没有任何改变。
contradiction = 第{ $must }条要求的正是第{ $mustnot }条禁止的
    .label = 应当
    .ban = 不得
    .help = 请用`notwithstanding`或`subject to`写明何者优先
    .page = 义务与禁止及于同一人，而法律未写明何者让步。在写明之前，以禁止为优先。
purpose-lost = 法律不再允许其目的所在：{ $purpose }
    .label = 对任何人都不可能
    .page = 目的写明什么必须保持可能。
accepts-jus-cogens = 对强行法的违反不能被承担
    .label = `{ $standard }`
    .help = 与强行法抵触的条约或行为无效：条约法公约第53条
    .page = 国家可以就违反承担责任并说明期限，但对强行法不可以。
acceptance-expired = 该承担已于{ $until }届满
    .label = `{ $standard }`重新计入
    .page = 承担写明其期限。届满之后，该发现重新计入。
acceptance-unmatched = 没有与该承担相应的发现
    .label = `{ $standard }`
    .help = 请删去
    .page = 没有相应发现的承担会掩盖日后的发现。
acceptance-of-other-articles = 所发现者依据该承担未写明的条款：{ $articles }
    .label = `{ $standard }`重新计入
    .help = 请权衡现在的发现，并用`iml-check accept { $standard }`重新承担
    .page = 写明条款的承担，只涵盖这些条款所致，不涵盖其他条款所增。
article-of-several-laws = 这些法律中有几部都有第{ $number }条
    .label = 哪一部的？
    .help = 请写明法律：`{ $number } of LAW`
    .page = 承担针对一部法律的条款。
acceptance-too-narrow = 没有发现完全落在所承担的范围之内
    .label = `{ $standard }`涉及更多的人
    .page = 只有当发现所涉的每个人都在所承担者之中时，该发现才被涵盖。
not-a-date = `{ $found }`不是日期
    .label = 请写作2026-07-01
    .page = 日期写作年、月、日。
no-such-day = 没有{ $found }这一天
    .label = { $days ->
        [none] 一年有十二个月
       *[other] 该月有{ $days }天
    }
    .page = 日期必须存在于日历中：自不会到来之日起施行的法律，永远不会被审查。
too-many-constants = `{ $name }`与过多的数字相比较
    .label = 超过{ $most }个
    .page = 数字在与之比较的每个常数处被切分，其段数有限。

## 编辑器

lsp-finding = { $verdict } [{ $standard }]：{ $sentence }
lsp-more-findings = 另有{ $count }项
lsp-other-points = 另有{ $count }项发现，涉及：{ $points }
lsp-no-article = 所读文本中没有条款回应的要求共{ $count }项：{ $points }
lsp-more-points = 另有{ $count }个要点
lsp-findings = { $count ->
    [0] 没有发现
   *[other] { $count }项发现
}
lsp-verdict-here = 就本法而言：{ $verdict }（{ $findings }）
lsp-protects = 保障{ $count }项
lsp-nothing-said = 对此条没有评语
lsp-still-open = 尚待编写
lsp-own-word = 本法自有
lsp-asked-by = 要求此项的标准：{ $standards }
lsp-hint-requires = 必须
lsp-hint-not-asked = 没有标准要求此项
lsp-scenario-holds = 成立
lsp-scenario-fails = 不成立：{ $expected }
lsp-no-name-here = 此处没有名称
lsp-name-built-in = `{ $name }`由内置规则声明，不能改名
lsp-name-undeclared = 已打开的文本均未声明`{ $name }`
lsp-not-a-name = `{ $name }`不能作为名称
lsp-name-taken = 已有名为`{ $name }`的内容
lsp-not-laid-out = 文本有错误，无法排版
lsp-action-write = 写作`{ $name }`
lsp-action-plain = 将`{ $found }`改为半角标点
lsp-action-all-plain = 全文改用半角标点
lsp-action-element = 将`{ $name }`声明为本法的要素
lsp-action-open = 将`{ $name }`声明为由机关裁量的开放用语
lsp-action-measure = 将`{ $name }`声明为本法的措施
lsp-action-safeguard = 将`{ $name }`声明为本法的保障
lsp-action-service = 将`{ $name }`声明为本法的给付
lsp-action-mend = 查找可消除此项并经重新判断的最小修改：{ $standard }
lsp-action-scenario = 将此人写成情境：{ $standard }
lsp-action-accept = 说明理由和期限，对此承担责任：{ $standard }
lsp-accept-reason = 待填写：为何对此承担责任
lsp-failed = 程序在判断此法律体系时出现故障，未得出结论；详见日志
lsp-broken-off = 编辑器未作说明即已断开：{ $reason }

## 配置

config-not-toml = 配置不是有效的TOML：{ $reason }
    .label = 此处
    .page = 配置以TOML写成。只有全部可读时才会采用。
config-unknown-key = 没有名为`{ $name }`的设置
    .label = 未知
    .page = 无人读取的设置，等于不存在的关卡。
config-missing-key = 缺少`{ $name }`
    .label = 在此表中
    .page = 被承担或不检查的须有理由，承担须有期限。
config-wrong-kind = `{ $name }`应为{ $wanted }
    .label = 此处并非如此
    .page = 每个设置只容一种值。
config-out-of-range = `{ $name }`应为1至{ $most }之间的整数
    .label = 超出范围
    .page = 上限使所读内容保持在程序能够处理的范围之内；有的上限只能调低，不能调高。
config-not-one-of = `{ $found }`不是{ $names }之一
    .label = 未知
    .page = 该设置只取几个词之一。
config-path-refused = 不读取也不写入`{ $path }`：{ $reason }
    .label = 在此设定
    .help = 配置只指明其自身仓库中的文件；其他文件请在命令行给出
    .page = 配置随仓库而来，只在其中读写：在含有`.git`的文件夹之下，但不在`.git`之中；没有`.git`时，在其自身文件夹之下。通向仓库之外的链接以其所指为准。封面图片须为PNG、JPEG或SVG，且不超过两兆字节。
config-text = 文本
config-state = 国家的三个字母
config-number = 1到{ $most }的整数
config-one-of = { $names }之一
config-flag = `true`或`false`
config-date = 日期，如2026-07-01
config-texts = 文本或文本列表
config-table = 表
config-tables = 表的列表
config-never-fails = { $place }规定fail-on = "never"：所发现的不使关卡失败
config-no-builtin-rules = { $place }规定builtin-rules = false：不使用内置标准
config-skips = { $place }规定skip：不检查{ $standard }：{ $reason }
config-has-mistakes = 配置有误；未作判断
config-read-from = { $file }的设置
config-none = 没有{ $file }；采用默认设置
config-default = 默认
config-locale = 系统语言
config-environment = 环境变量{ $name }
unknown-standard = 没有名为`{ $name }`的标准
    .label = 未知
    .page = 标准以其标识称呼；`iml-check list standards`列出全部。
unknown-framework = 没有名为`{ $name }`的法律框架
    .label = 未知
    .page = 承担指明同一文件中的法律框架；不指明则适用于全部。
unknown-language = 报告没有`{ $name }`这种语言
    .label = en或zh
    .page = 报告以英文和中文写成。
no-policy-matches = 没有与`{ $pattern }`相符的政策文件
    .label = 此处没有文件
    .page = 找不到法律的框架会通过任何关卡。
word-of-several-laws = `{ $name }`在这些法律中含义不同
    .label = 指哪一个？
    .help = 请写明法律：`{ $name } of LAW`
    .page = 在法律之外，一个词在所有法律中须只有一个含义，否则须写明属于哪部法律。
word-of-another-law = 法律之内不能写另一部法律的词
    .label = 请删去此处
    .help = 法律只用自己的词和词汇中的词；`of { $law }`用于`ask`和配置
    .page = 每部法律声明自己所用的词。在没有法律发言之处，即配置和提问中，两部法律都用的词须写明属于哪部法律。
no-baseline-named = 未指定基线：请写--baseline FILE，或设置gate.baseline
skipped = 未检查：{ $id }
skipped-because = 未检查：{ $id }：{ $reason }
working = 正在判断{ $files }
init-exists = { $path }已存在
init-written = 已写入{ $path }
settings-title = 配置
settings-about = 法律仓库把每次运行都要键入的内容一次写入`iml-check.toml`。路径以该文件所在处为准。本页自动生成；`iml-check explain gate.fail-on`说明其中一项，`iml-check config`显示生效的设置及其来源，`iml-check config --schema`供编辑器使用。
settings-about-file = 法律仓库一次写定的设置。路径以该文件所在处为准。
settings-columns = | 设置 | 含义 | 内容 | 默认 |
settings-needed = 必须写明
settings-file = 没有法律时`iml-check init`写入的文件：
settings-holds = 内容
settings-example = 示例
settings-head =
    iml-check在此文件夹的设置。路径以本文件所在处为准。
    用`iml-check config`查看生效的设置及其来源。编辑器补全：
    `iml-check config --schema > iml-check.schema.json`，并在首行写  #:schema ./iml-check.schema.json  。
    `#`后无空格的设置未启用。
setting-language = 报告的语言，en或zh；几种语言的页面并列显示。否则用系统的语言。
setting-rules = 内置标准之外，自己的标准文件夹（*.iml）。
setting-builtin-rules = 是否使用内置标准。
setting-framework = 作为一个法律秩序一并阅读的几部法律：名称与文件。
setting-framework-policies = 其文件：文件、文件夹，或如policies/chn/*.pol的模式。
setting-framework-state = 国家（如与政策文件不同）。
setting-framework-as-of = 检查日期；不写则为今日。
setting-framework-assume-ratified = 为论证而视为已批准的文书。
setting-gate = 关卡：何者使检查以1退出。
setting-gate-fail-on = 发现从哪一个用语起使检查以1退出。
setting-gate-force = 所违背者须有多大的约束力。
setting-gate-strict = 对文本的提示是否也使检查以1退出。
setting-gate-baseline = 先前已发现并已知的，存于此文件：不计入。
setting-standards = 检查哪些标准。
setting-standards-skip = 不检查的标准或主题，各附理由。报告会说明。
setting-standards-skip-id = 标准或主题。
setting-standards-skip-reason = 为何不检查。
setting-accept =
    已发现并由国家承担的。它只改变关卡，不改变结论；对强行法的违反不能被承担。
    用`iml-check accept`写入。
setting-accept-standard = 所违反的标准。
setting-accept-in = 法律框架；不写则为全部。
setting-accept-who = 所涉的人，以语言的条件写明；不写则为所有人。
setting-accept-articles = 所依据的条款，写作`10 of entry-law`，不及其他条款；不写则为任何条款，包括日后增加者。
setting-accept-reason = 为何承担。
setting-accept-by = 由谁承担。
setting-accept-until = 至何时为止：最后一日。
setting-limits = 读取多少、追查多深，超出即答无结论。
setting-limits-bytes = 一次运行全部文件的字节数。
setting-limits-nesting = 括号的层数。
setting-limits-definitions = 定义之上的定义，其中的条件计入。
setting-limits-kinds = 事物与其上位种类的配对。
setting-limits-looks = 第二引擎对一个问题的查看次数。
setting-limits-steps = 一次运行中用于第一引擎未能判定的全部问题的步数。
setting-report = 报告，按格式。
setting-report-html = 供人阅读的页面。
setting-report-html-output = 页面写入的文件。
setting-report-html-logo = 封面图片：svg、png或jpg。
setting-report-html-classification = 供谁阅读，即封面上的字样。
accept-nothing = 没有违反{ $standard }而尚未承担的发现
accept-cannot-be-said = 某项发现所涉的人无法完整写成条件；请手写承担
accept-not-covered = 该承担不能涵盖所发现的；未写入
accept-count = { $count }项发现
accept-written = 已在{ $path }中承担{ $count }
html-procedure = 程序
html-procedure-about = 程序图：绿色为保障步骤，红色为不得绕过保障而到达的步骤，粗线为绕行的路径。
html-mend = 修正
html-matrix = 要点与条款对照图
html-matrix-about = ● 将人置于有约束力的标准之外 · ◌ 有约束力的规定未见 · ◆ 仅依权威解释或仅签署的条约 · ○ 有待评判 · ✓ 起保护作用。要点表以文字说明同样内容。

fmt-nothing = 此处没有法律或规则文件
fmt-would = { $changed }个文件会改变，{ $unchanged }个不变
fmt-done = 已改变{ $changed }个文件，{ $unchanged }个不变

# 法律两个版本之间的变化
diff-title = { $before } → { $after } · { $state } · 截至{ $date }
diff-several-states = { $path }含有几个国家的法律；请只指定一国
diff-none = 含义没有变化
diff-losers = 何人受损
diff-gainers = 何人受益
diff-neither = 两者皆非
diff-verdicts = 改变的结论
diff-before = 原先
diff-now = 现在
diff-nothing = 没有条款
diff-coded = 编码
diff-counts = { $worse }项变差，{ $better }项变好，{ $verdicts }项结论改变
diff-newly = 新处于其外者
diff-no-longer = 不再处于其外者
diff-verdict = { $before } → { $after }
diff-verdict-fewer = { $after }，涉及的人减少
diff-verdict-more = { $after }，涉及的人增多
diff-verdict-same = { $after }，涉及的人不同
change-permitted-more = 现在可以对{ $who }实施{ $measure }
change-permitted-less = 不再可以对{ $who }实施{ $measure }
change-lasting-more = 对{ $who }的{ $measure }现在可以更久：{ $after }，原先{ $before }
change-lasting-less = 对{ $who }的{ $measure }不再可以那样久：{ $after }，原先{ $before }
change-lasts-most = 最长{ $length }
change-lasts-unlimited = 没有任何期限
change-safeguard-more = 对{ $who }实施{ $measure }现在须{ $by }{ $within }给予{ $thing }
change-safeguard-less = 对{ $who }实施{ $measure }不再须{ $by }{ $within }给予{ $thing }
change-entitlement-more = { $who }现在有权{ $by }{ $within }获得{ $thing }
change-entitlement-less = { $who }不再有权{ $by }{ $within }获得{ $thing }
change-prohibition-more = 现在禁止对{ $who }实施{ $measure }
change-prohibition-less = 不再禁止对{ $who }实施{ $measure }
change-definition-more = 法律对“{ $term }”的定义现在纳入了{ $who }
change-definition-less = 法律对“{ $term }”的定义现在遗漏了{ $who }
change-institution-more = 设立了{ $institution }
change-institution-less = 不再设立{ $institution }
change-step-more = { $who }现在可以在程序中到达{ $step }
change-step-less = { $who }不再可以在程序中到达{ $step }

# 政策变化数据的编码，依DEMIG POLICY编码手册；手册原文未在手，标签待核
code-line = { $area } · { $tool } · { $group } · { $restrictive }
code-more-restrictive = 更为限制
code-less-restrictive = 更为宽松
code-not-coded = 未编码
code-area-border-and-land-control = 边境与境内管控
code-area-legal-entry-and-stay = 合法入境与居留
code-area-integration = 融合
code-area-exit = 出境
code-tool-surveillance-technology-or-control-powers = 监控技术或管控权力
code-tool-identification-documents = 身份证件
code-tool-detention = 羁押
code-tool-carrier-liabilities = 承运人责任
code-tool-employer-liabilities = 雇主责任
code-tool-other-sanctions = 其他制裁
code-tool-travel-visa-or-permit = 旅行签证或许可
code-tool-work-visa-or-permit = 工作签证或许可
code-tool-entry-visa-or-stay-permit = 入境签证或居留许可
code-tool-entry-ban = 入境禁令
code-tool-access-to-social-benefits-and-socio-economic-rights = 获得社会福利和社会经济权利
code-tool-access-to-justice-and-political-rights = 获得司法和政治权利
code-tool-access-to-citizenship = 获得国籍
code-tool-return-programmes = 返回方案
code-tool-readmission-agreements = 重新接纳协定
code-tool-expulsion = 驱逐
code-tool-exit-visa-or-exit-ban = 出境签证或出境禁令
code-tool-institutional-capacity = 机构能力
code-group-all-migrants = 所有移民
code-group-all-migrant-workers = 所有移徙工人
code-group-family-members = 家庭成员
code-group-irregular-migrants = 非正常移民
code-group-refugees-and-people-in-need-of-protection = 难民和需要保护的人
code-group-specific-categories = 特定类别
code-group-nationals = 本国国民

# 修正
mend-wider-exemption = 现有豁免扩大适用（已核：消除该问题，不使其他结论变差，不取消对其他人的权力）
mend-exception = 该权力增设例外（已核：消除该问题，不使其他结论变差，不取消对其他人的权力）
mend-limit = 限定期限（已核：消除该问题，不使其他结论变差，不取消对其他人的权力）
mend-guarantee = 给予保障（已核：消除该问题，不使其他结论变差，不取消对其他人的权力）
mend-prohibition = 增设禁止（已核：消除该问题，不使其他结论变差，不取消对其他人的权力）
mend-step = 程序必经该步骤（已核：消除该问题，不使其他结论变差，不取消对其他人的权力）
mend-definition = 定义涵盖标准所指的人（已核：消除该问题，不使其他结论变差，不取消对其他人的权力）
mend-institution = 予以设立（已核：消除该问题，不使其他结论变差，不取消对其他人的权力）
mend-leg = 补足正当理由所缺的要件（已核：消除该问题，不使其他结论变差，不取消对其他人的权力）
no-mend-weigh = 无修正：须由人权衡
no-mend-length = 无修正：期限须由立法者确定
no-mend-reason = 无修正：理由、目的或根据须由立法者给出
no-mend-no-edit = 无修正：所试各类修改均不能在不多取消权力、不使其他结论变差的情况下消除该问题
mend-counts = { $mended }项修正，{ $none }项无修正
mend-written = 已写入{ $mended }项修正，{ $none }项无修正

# 提问
ask-somebody = 有：{ $who }
ask-nobody-can-be = 没有：不可能有这样的人
ask-nobody-no-article = 没有：没有条款如此规定
ask-nobody-excluded = 没有：由下列条款排除；去掉其中之一即有这样的人

# 法律文本与骨架
articles-open = 该法{ $of }条中有{ $open }条尚待编码：{ $numbers }
    .label = 该法
    .help = 对其内容不作任何判断；请编码，或写明 `set aside because "…"`
    .page = 未编码者不作判断：任何结论都不以其为据。`to be encoded` 标明此类条款。
text-differs-from-source = 第{ $article }条的引文与来源文件不符
    .label = 来源写作：{ $nearest }
    .help = 请照录原文；空白与标点不计，`…`表示省略
    .page = 法律指明 `source file` 时，每段 `text` 都在其中核对。
text-not-in-source = 第{ $article }条的引文不见于来源文件，也没有近似的文字
    .label = 未找到
    .help = 请照录原文；空白与标点不计，`…`表示省略
    .page = 法律指明 `source file` 时，每段 `text` 都在其中核对。
source-not-read = 无法读取来源文件{ $file }：{ $reason }
    .label = 在此指明
    .help = 请指明法律文件旁或其仓库根目录之下的文件
    .page = 法律可以指明载有其原文的文件：法律文件旁或其仓库根目录之下的文件。仓库以外的、`.git`之中的、不是文件的，均不读取，亦无结论。
statute-too-large = { $path }超出可读取的大小
statute-too-deep = { $path }的元素嵌套过深，超过512层
new-no-name = `{ $name }`不能作为法律的名称：名称以字母开头，其后为字母、数字和连字符，且不是语言的用词
new-exists = { $path }已存在；未写入任何内容
new-written = 已写入{ $path }
new-scenario-nobody = 没有人因该标准处于其外
new-policy-remarks =
    共 { $count } 条，每条都附来源原文。尚未编码任何一条。请逐条用本语言写出其内容并删去 `to be encoded`，
    或者说明为何略去：set aside because "…"。
new-policy-skeleton =
    # 一部法律。`iml-check list terms` 列出可用的词语。
    policy { $name } "法律的标题" {"{"}
      state { $state }
      # constitution, act, regulation, circular, practice
      rank act
      # 在这些领域之外，沉默不是该法的缺漏
      governs detention, removal
    {"}"}

    article 1 "条款标题" {"{"}
      # text "条文原文"
      # may MEASURE of WHO where GROUND for up to 30 days giving SAFEGUARD
      # must not MEASURE of WHO where CONDITION
      # must give SAFEGUARD to WHO whenever MEASURE within 3 days by court
      # entitled WHO to SERVICE
      to be encoded
    {"}"}
new-standard-skeleton =
    # 一项标准，自带测试：`iml-check test --rules FOLDER --only { $id }`。
    standard { $id } "Nobody is subjected to torture" {"{"}
      title zh "任何人不得受酷刑"
      theme { $theme }
      # 文书与条款；引文不超过40词且须亲见，否则写 `unconfirmed`。
      basis CAT art "2(1)" unconfirmed
      # forbid, limit, require, require ban, equal, before, define, justify, establish：见 docs/forms
      forbid torture of any
      help "What to do about it." {"{"} zh "如何补救。" {"}"}
      example provided "prohibited" {"{"} article 1 {"{"} must not torture any {"}"} {"}"}
      example not-examined "no such power" {"{"} article 1 {"{"} may question any {"}"} {"}"}
      example incompatible "in an emergency" {"{"} article 1 {"{"} may torture any where emergency {"}"} {"}"} showing emergency
    {"}"}
new-scenario-skeleton =
    # 一个人，以及法律应当如何规定。`iml-check test LAW` 运行它。未给出的一律取最平常的情形。
    scenario "An adult foreigner of whom nothing else is known" {"{"}
      given age 30, nationality foreign
      expect not may torture
    {"}"}

# 读取法规：读取凭单，以及不读取的格式。
statute-not-well-formed = 无法读取{ $path }：{ $reason }
statute-no-articles = 在{ $path }中（按{ $form }读取）没有找到编号条文：其中没有以 `Article 1`、`Section 1`、`§ 1`、`1.` 或“第一条”开头的行。若它是扫描件、目录或页面的一部分，请取全文；若条文另有称呼，请在每条首行行首写上 `Article N` 再读取
statute-form-rtf = { $path }是 RTF 格式，不予读取：请在文字处理软件中打开，另存为 .docx 或 .txt
statute-form-mht = { $path }是连同全部内容保存的网页（MHT），不予读取：请仅另存为 HTML，或存为 .docx
statute-form-old-office = { $path }是 2007 年以前的 Word 文档或同期其他软件的文档，不予读取：请另存为 .docx
statute-form-open-document = { $path }是 OpenDocument 文档，不予读取：请另存为 .docx 或 .txt
statute-form-office = { $path }是电子表格或幻灯片，不从中读取法律：请取法律文本本身
statute-form-epub = { $path }是电子书，不予读取：请取其中的 HTML 或文本
statute-form-archive = { $path }是压缩包：请解压后读取其中的文件
statute-form-picture = { $path }是图片：请先识别文字并校对，再读取文本
statute-form-scan = { $path }是没有文字层的 PDF（扫描件）：请先识别文字并校对，再读取文本
statute-form-locked-pdf = { $path }是加锁的 PDF：请另存一份未加锁的，或取其他格式
statute-form-json = { $path }是 JSON，各家字段名称不一：请把每条写成 `## Article 1` 加原文，存为 Markdown 文件后读取
statute-form-binary = { $path }不是任何已知字符集的文本，也不是可读取的格式：可读取的有 Akoma Ntoso 等各国 XML、HTML、Markdown、文本、.docx 和 PDF
statute-form-xml = { $path }是不读取的一种 XML：可读取的有 Akoma Ntoso、legislation.gov.uk、USLM、加拿大司法部、gesetze-im-internet、Formex 和 e-Gov；否则请取发布者的 HTML 或文本
receipt-read = 按{ $form }读取：{ $found }条{ $ends }，{ $letters }个字符中的{ $share }归入条文；条文标题形如“{ $heading }”
receipt-ends = （{ $first }至{ $last }）
receipt-charset = 字符集为{ $charset }{ $unreadable ->
    [0] {""}
   *[other] ，其中{ $unreadable }个符号无法解读
  }
receipt-missing = 跳过的条号：{ $numbers }
receipt-doubled = 重复的条号：{ $numbers }
receipt-disordered = 次序不对的条号：{ $numbers }
receipt-longest = 第{ $number }条有{ $letters }个字符，远多于其他各条：请查看它是否吞并了后文
receipt-left = 未归入条文：{ $what }，{ $letters }个字符{ $place }：{ $begins }
receipt-line = ，第{ $line }行
receipt-more = 未归入条文：此类另有{ $count }处，共{ $letters }个字符
receipt-words = 第{ $line }行形似条文标题，已作为第{ $article }条的内容读取：{ $begins }
receipt-words-more = 此类另有{ $count }行
receipt-reading = 也可按“{ $heading }”读取：{ $found }条，{ $share }的字符
receipt-little = 应属法律的文字归入条文的不到一半
receipt-order = 条文次序混乱
receipt-gaps = 跳过的条号多于找到的条文
receipt-signs = 无法解读的符号过多
receipt-refused = 未写入任何内容：{ $why }。请查看上面的读取凭单并修正来源，或用 --anyway 照原样写出
receipt-anyway = 已写出，尽管{ $why }
left-title = 标题
left-before = 条文之前的文字
left-contents = 目录
left-part = 章节标题
left-between = 条文之间的文字
left-annex = 附件、附表及附加条款、最后条款
left-note = 注释
left-frame = 页面框架
left-quoted = 引用的其他法律
source-uncovered = 来源中有{ $letters }个字符（百分之{ $share }）不在本法任何一条之中：{ $where }
    .label = 此来源
    .help = 请据以写成条文；与人无关的规定请set aside；或以note说明为何略去
    .page = 来源中有而法律各条中没有的文字未经评判。缺少的条文按条号列出；附件、附加条款与过渡条款按其开头列出。标题、章节标题、目录与注释不计，引文所略去的条文部分也不计。
words-none = 词汇中没有称作“{ $words }”或与之相近的词：请换一个说法，或用 `iml-check list terms`；法律也可用 `fact` 或 `term` 自造词语
words-called = 又称
words-standards = 提出要求的标准
words-points = 要点
words-example = 例如
words-more = 等另{ $count }项
update-not-a-law = { $path }有错误或不是文本：请先改正，以免丢失内容
update-reworded = 改写：{ $count }条，其中{ $encoded }条已编码（[删去]{"{"}新增{"}"}）
update-gone = 删除：{ $count }条，其中{ $encoded }条已编码
update-renumbered = 原文相同而条号改变：{ $count }条，其中{ $encoded }条已编码
update-new = 新增：{ $count }条
update-same = 相同：{ $count }条
update-untold = 法律中未附原文，无从判断：{ $count }条
update-clauses = { $clauses }项规定
update-remark-reworded = 新文本有改动：请核对下面的编码
update-remark-excerpt = 此处引文不见于新文本：请核对原文及下面的编码
update-remark-renumbered = 在新文本中为条号
update-remark-gone = 新文本已删除：请标明废止或移除
