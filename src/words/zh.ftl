### iml-check 对人说的每一句话，中文。

## 结论与效力

verdict-breach = 违反
verdict-breach-interpretation = 违反权威解释
verdict-gap = 缺漏
verdict-review = 待权衡
verdict-met = 符合
verdict-not-governed = 不在规范之列
verdict-not-binding = 无约束力

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

finding-permits = 法律允许对{ $who }实施{ $measure }
finding-lasts = 法律允许对{ $who }实施{ $measure }{ $lasts }；标准要求{ $limit }
lasts-most = ，最长{ $length }
lasts-unlimited = ，没有任何期限
limit-at-most = 不超过{ $length }
limit-any = 有期限
finding-without-safeguard = 法律允许对{ $who }实施{ $measure }，却没有{ $by }{ $within }{ $safeguard }
finding-not-entitled = 没有条款使{ $who }有权{ $by }{ $within }获得{ $thing }
finding-not-prohibited = 没有条款禁止{ $by }对{ $who }实施{ $measure }
finding-permits-privately = 法律未使{ $who }免受{ $by }{ $measure }
finding-treated-worse-service = { $who }无权获得{ $thing }，而{ $other }有权：两者的差别仅在于{ $grounds }
finding-treated-worse-burden = 法律允许对{ $who }实施{ $thing }，对{ $other }则不然：两者的差别仅在于{ $grounds }
finding-goes-round = { $who }可以不经{ $pass }而到达{ $step }
finding-no-procedure = 法律允许对{ $who }实施{ $step }，而没有程序使其必经{ $pass }
finding-left-out = 法律对“{ $term }”的定义遗漏了{ $who }
finding-taken-in = 法律对“{ $term }”的定义纳入了{ $who }
finding-unjustified = 法律允许对{ $who }实施{ $measure }，而其正当理由缺少{ $legs }
finding-weigh = 法律允许对{ $who }实施{ $measure }，并陈述了正当理由的每一项要件
finding-not-established = 没有条款设立{ $institution }
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
mark-path = 由此绕过
mark-protects = 由此受到保护
mark-standard = 标准
mark-quote = 条文

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
leg-stated = 已陈述
leg-missing = 缺少
leg-lacks = { $leg }：{ $details }
leg-time-limit = 期限
line-path = 路径
line-assumes = 前提
assumes-relies = 依据未在手的“{ $on }”
assumes-calendar = 一个月按30日、一年按365日计算
assumes-unconfirmed = { $article }的原文未经核对
line-accepted = 已承担
accepted-by-until = 由{ $by }承担，至{ $until }：{ $because }
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
reason-articles = 受{ $articles }保护
reason-silence = 法律未赋予此项权力
reason-alike = 对所有人一视同仁
not-confirmed-mark = [未核实]

## 末行

summary-head = { $state } · { $laws } · 截至{ $date } · { $counts }
summary-encoded = 条款：{ $encoded }条已编码，{ $aside }条不编码，{ $open }条尚待编码
article-open = 待编码
article-aside = 不编码：{ $why }
summary-assumed = 假定已批准{ $instruments }
count-laws = { $count }部法律
count-breach = { $count }项违反
count-gap = { $count }项缺漏
count-interpretation = { $count }项违反权威解释
count-signed = { $count }项涉及仅签署的条约
count-advice = { $count }项涉及软法
count-review = { $count }项待人权衡
count-unknown = { $count }项是否有约束力不明
count-met = { $count }项符合
count-not-governed = { $count }项不在规范之列
count-not-binding = { $count }项无约束力
count-accepted = { $count }项已承担
count-mistakes = { $count }处错误
count-warnings = { $count }处文本警告
count-hidden = { $count }项未显示（使用 --all-standards 或 -v）
count-hidden-page = 另有{ $count }项不知是否有约束力或没有约束力，此处未列
count-separator = ，
no-verdict = 未得出结论：文本有错误
no-verdict-undecided = 未得出结论：有问题未能在限度内判定
no-verdict-fault = 未得出结论：两种判定方法不一致；这是 iml-check 的缺陷，请予报告
clean-text = 没有发现
findings-heading = 发现
met-heading = 符合及其依据
hidden-heading = 未显示

## 命令

test-passed = 符合预期
test-failed = 不符合预期
test-scenario = 情景“{ $name }”
test-example-meets = { $standard }：示例“{ $name }”符合
test-example-breaches = { $standard }：示例“{ $name }”违反
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
markdown-columns = | 结论 | 发现 | 位置 | 标准 |
what-protects = 保护性条款：未有替代不得废止
html-title = 这部法律是否将某些人置于标准之外？
html-scope = 本报告说明一部法律将哪些人置于约束该国的标准之外、依据哪些条款，以及如何改变。所审查者仅为反向对照表所列条款的编码文本，不包括实践、其他法律及法院解释。
html-orders = 法律体系
html-comparison = 并列对照
html-comparison-about = 按名称排列，并非排名或评分。
html-standard = 标准
html-cover = 审查对象
html-as-of = 截至
html-rank = 位阶
html-adopted = 通过
html-in-force = 生效
html-source = 来源
html-url = 网址
html-mistakes = 对文本的说明
html-answer = 结论
html-answer-yes = 是。对{ $state }具有法律约束力的标准中，有{ $standards }项将某些人置于其外。
html-answer-read = 对{ $state }具有法律约束力的标准均未将任何人置于其外；按权威解释或仅签署的标准中，有{ $standards }项将某些人置于其外。
html-answer-no = 未发现：就所审查的条款和对{ $state }具有法律约束力的标准而言，没有人被置于标准之外。
html-force = 效力
html-people = 人
html-concordance = 对照表
html-basis = 条约条款
html-demands = 要求
html-articles = 法律条款
html-verdict = 结论
html-left-outside = 何人被置于其外
html-advice = 建议
html-first = 其中一人
html-turned = 反向对照
html-article = 条款
html-heading = 标题
html-found-here = 此处发现
html-protects-here = 所保护者
html-sheets = 逐项发现
html-law = 法律（编码文本）
html-argument = 论证
html-box = 供读者填写
html-agree = 同意
html-disagree = 不同意
html-note = 备注：
html-name = 姓名：
html-date = 日期：
html-weigh = 有待权衡
html-weigh-about = 法律就正当理由各要素所述者及所缺者。是否足够由人判断。
html-stated = 已述
html-missing = 缺
html-silence = 未涉及
html-accepted = 已接受
html-assumptions = 假定
html-repeat = 如何重复
html-file = 文件
html-data = 批准日期来自程序内置数据；`iml-check explain`加国家三字母代码可查看每项及其来源。
html-glossary = 术语
html-not-advice = 本报告不构成法律意见。每项发现均为论证，供法律工作者逐步核对。
html-scale-age = 被置于其外的年龄
html-scale-time = 超出标准允许的时间
html-scale-left-outside = 阴影部分为被置于其外者
html-three = { $a }：{ $b } · { $c }
group-children = 儿童
group-pregnant = 孕妇和哺乳妇女
group-refugees = 难民、寻求庇护者及返回后有危险者
group-stateless = 无国籍人
group-workers = 工人
group-families = 家庭
group-everyone = 所有人
baseline-written = 基线已写入{ $path }
baseline-unreadable = 无法读取基线{ $path }：{ $reason }
line-baseline = 基线
baseline-new = 不在基线中
baseline-unchanged = 基线中已有：同样的人
baseline-narrower = 基线中已有：涉及的人减少
baseline-wider = 基线中涉及他人：现涉及更多的人
baseline-harsher = 基线中已有同样的人，但现在更重：持续更久，或理由更少
baseline-gone = 法律中已不存在而仍在基线中：{ $standard }，条款{ $articles }：{ $who }；请重写基线
count-known = { $count }项基线中已有
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
meets-word = 符合
breaches-word = 违反
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
unknown-only = 没有名为`{ $name }`的标准或主题
    .label = 未知
    .page = 标准和主题以其标识称呼；`iml-check list standards`列出全部。
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
grammar-form = 形式，如`forbid`
grammar-leg = 要件，如`necessity`
grammar-item = 条目，如`article`
grammar-EOI = 结尾
grammar-other = 其他内容

kind-fact = 事实
kind-condition = 事实或术语
kind-term = 术语
kind-time = 具名时限
kind-measure = 措施
kind-safeguard = 保障
kind-service = 服务
kind-institution = 机构
kind-authority = 机关种类
kind-step = 步骤
kind-aim = 目的
kind-subject = 领域
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
means-elsewhere = `{ $word }`在这里写作{ $names }，但不能用在此处
name-and-kind = `{ $name }`（{ $kind }）

## 错误

unexpected = 此处不应出现`{ $found }`
    .label = 应为{ $expected }
    .page = 文本在此处不合语法。标记说明此处可以写什么。同一条的其他语句和其他条款仍会被读取。
ends-too-early = 此处结束过早
    .label = 其后应有{ $expected }
    .page = 此处开始的内容没有写完。
unclosed-block = 缺少右花括号
    .label = 其后应有{"`}`"}
    .opened = 该块由此开始
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
look-alike-nothing = `{ $found }`不是语言的标点
    .label = 请删去
    .page = 语言中没有冒号、句号和全角空格。引号之内可以使用。
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
unknown-name = 没有名为`{ $name }`的{ $kind }
    .label = 未知
    .help = `iml-check list terms`列出已有的内容；词汇中没有的理由可声明为该法自己的`fact`
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
    .page = 年龄以年或月计，时长以小时、日、周、月或年计。
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
second-policy = 一个文件只写一部法律
    .label = 第二部
    .first = 第一部
    .page = 每部法律写在自己的文件中；一个文件夹中的文件构成一个法律秩序。
not-reservable = 对{ $instrument }第{ $article }条不得作出保留
    .label = 无效
    .page = 文书本身排除对该条的保留，故该保留不计。
belongs-in-rules = `{ $name }`应写在规则文件中
    .label = 不应写在法律文件中
    .help = 请移至以 .iml 结尾的文件，并用 --rules 指明其文件夹
    .page = 法律文件写法律的内容；标准、文书和措施是规则。
axiom-in-policy = 法律不能规定什么恒成立
    .label = 不应写在法律文件中
    .help = 请移至规则文件
    .page = 法律文件中的公理可能使某些人逃过所有标准。
own-step = 步骤`{ $name }`仅为该程序所知
    .label = 是否笔误？
    .page = 与词汇中的步骤名称相近的步骤，很可能就是该步骤。
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
acceptance-too-narrow = 没有发现完全落在所承担的范围之内
    .label = `{ $standard }`涉及更多的人
    .page = 只有当发现所涉的每个人都在所承担者之中时，该发现才被涵盖。
not-a-date = `{ $found }`不是日期
    .label = 请写作2026-07-01
    .page = 日期写作年、月、日。
too-many-constants = `{ $name }`与过多的数字相比较
    .label = 超过{ $most }个
    .page = 数字在与之比较的每个常数处被切分，其段数有限。

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
html-skipped = 未检查的标准
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
setting-gate-fail-on = 发现从何种分量起使检查以1退出。
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
setting-accept-reason = 为何承担。
setting-accept-by = 由谁承担。
setting-accept-until = 至何时为止：最后一日。
setting-limits = 读取多少、追查多深，超出即答无结论。
setting-limits-bytes = 一次运行全部文件的字节数。
setting-limits-nesting = 括号的层数。
setting-limits-definitions = 定义之上的定义，其中的条件计入。
setting-limits-kinds = 事物与其上位种类的配对。
setting-limits-looks = 第二引擎对一个问题的查看次数。
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
html-matrix = 标准与条款对照图
html-matrix-about = ■ 使人落在有约束力的标准之外，◆ 条约解释或仅签署的条约，○ 软法或须由人权衡，✓ 起保护作用。各表以文字说明同样内容。

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
    .page = 未编码者不作判断，既非符合亦非违反。`to be encoded` 标明此类条款。
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
statute-not-utf8 = { $path }不是UTF-8文本
statute-not-well-formed = { $path }不是格式良好的XML：{ $reason }
statute-no-articles = { $path }中没有找到编号条款
statute-too-large = { $path }超出可读取的大小
statute-too-deep = { $path }的元素嵌套过深，超过512层
new-no-name = `{ $name }`不能作为法律的名称：名称以字母开头，其后为字母、数字和连字符，且不是语言的用词
new-exists = { $path }已存在；未写入任何内容
new-written = 已写入{ $path }
new-scenario-nobody = 没有人因该标准处于其外
new-policy-remarks =
    来源中的全部条款：共{ $count }条。尚未编码。请逐条写明其内容并删去 `to be encoded`，
    或说明为何不编码：set aside because "…"。
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
      # 法律原文
      text ""
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
      example meets "no such power" {"{"} article 1 {"{"} may detain foreigner where unlawful-stay {"}"} {"}"}
      example breaches "in an emergency" {"{"} article 1 {"{"} may torture any where emergency {"}"} {"}"} showing emergency
    {"}"}
new-scenario-skeleton =
    # 一个人，以及法律应当如何规定。`iml-check test LAW` 运行它。未给出的一律取最平常的情形。
    scenario "An adult foreigner of whom nothing else is known" {"{"}
      given age 30, nationality foreign
      expect not may torture
    {"}"}
