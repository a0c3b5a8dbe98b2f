"""Kanji that are the same character in another form, each pair written old then new.

The forms that Unicode's own compatibility mappings (NFKC) already make equal, such as the
compatibility ideographs U+FA10 塚 and U+FA19 神, are left out.
"""

# 常用漢字表 (平成22年内閣告示第2号): the forms it gives in parentheses (康熙字典体). There are 364;
# 62 of them are compatibility ideographs.
_JOYO = """
    亞亜 惡悪 壓圧 圍囲 爲為 醫医 壹壱 稻稲 隱隠 營営 榮栄 衞衛 驛駅 圓円 緣縁 艷艶
    鹽塩 奧奥 應応 橫横 歐欧 毆殴 黃黄 溫温 穩穏 假仮 價価 畫画 會会 壞壊 懷懐 繪絵
    槪概 擴拡 殼殻 覺覚 學学 嶽岳 樂楽 渴渇 勸勧 卷巻 寬寛 歡歓 罐缶 觀観 關関 陷陥
    歸帰 氣気 龜亀 僞偽 戲戯 犧犠 舊旧 據拠 擧挙 虛虚 峽峡 挾挟 狹狭 鄕郷 曉暁 區区
    驅駆 勳勲 薰薫 徑径 惠恵 揭掲 溪渓 經経 繼継 莖茎 螢蛍 輕軽 鷄鶏 藝芸 擊撃 缺欠
    儉倹 劍剣 圈圏 檢検 權権 獻献 硏研 縣県 險険 顯顕 驗験 嚴厳 效効 廣広 恆恒 鑛鉱
    號号 國国 黑黒 濟済 碎砕 齋斎 劑剤 櫻桜 雜雑 參参 慘惨 棧桟 蠶蚕 贊賛 殘残 絲糸
    齒歯 兒児 辭辞 濕湿 實実 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 緖緒
    敍叙 奬奨 將将 涉渉 燒焼 稱称 證証 乘乗 剩剰 壤壌 孃嬢 條条 淨浄 狀状 疊畳 讓譲
    釀醸 囑嘱 觸触 寢寝 愼慎 眞真 盡尽 圖図 粹粋 醉酔 隨随 髓髄 數数 樞枢 瀨瀬 聲声
    靜静 齊斉 攝摂 竊窃 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅 曾曽 雙双 壯壮 搜捜
    插挿 巢巣 爭争 瘦痩 總総 莊荘 裝装 騷騒 增増 臟臓 藏蔵 卽即 屬属 續続 墮堕 體体
    對対 帶帯 滯滞 臺台 瀧滝 擇択 澤沢 單単 擔担 膽胆 團団 彈弾 斷断 癡痴 遲遅 晝昼
    蟲虫 鑄鋳 廳庁 徵徴 聽聴 敕勅 鎭鎮 遞逓 鐵鉄 轉転 點点 傳伝 黨党 盜盗 燈灯 當当
    鬭闘 德徳 獨独 讀読 屆届 繩縄 貳弐 惱悩 腦脳 霸覇 廢廃 拜拝 賣売 麥麦 發発 髮髪
    拔抜 晚晩 蠻蛮 祕秘 濱浜 甁瓶 拂払 佛仏 倂併 竝並 變変 邊辺 瓣弁 辨弁 辯弁 步歩
    穗穂 寶宝 襃褒 豐豊 飜翻 每毎 萬万 滿満 麵麺 默黙 餠餅 戾戻 彌弥 藥薬 譯訳 豫予
    餘余 與与 譽誉 搖揺 樣様 謠謡 來来 賴頼 亂乱 覽覧 龍竜 兩両 獵猟 綠緑 壘塁 淚涙
    勵励 禮礼 靈霊 齡齢 曆暦 歷歴 戀恋 鍊錬 爐炉 勞労 樓楼 郞郎 錄録 灣湾
"""

# 人名用漢字 (戸籍法施行規則別表第二), as related to each other by kJinmeiyoKanji in the Unicode Han
# Database: two forms of one character are both allowed in names.
_JINMEIYO = """
    亙亘 凜凛 凉涼 冨富 駈駆 埜野 堯尭 峯峰 嶋島 巖巌 晄晃 檜桧 槇槙 盃杯 祿禄 禰祢
    禱祷 穰穣 萠萌 薗園 遙遥
"""

# Forms common in names and in older or foreign print that neither list pairs: Unicode Han
# Database (kSemanticVariant, kZVariant, kTraditionalVariant) and the JIS X 0208 and JIS X 0213
# forms of one character (拡張新字体).
_VARIANTS = """
    亰京 內内 况況 冝宜 冲沖 决決 减減 刄刃 剝剥 剱剣 劎剣 劒剣 劔剣 吳呉 吿告 噓嘘
    嚙噛 啞唖 囊嚢 囘回 圀国 塡填 壺壷 壻婿 娛娯 寳宝 尙尚 屛屏 屢屡 嵜崎 嶌島 幷并
    廈厦 廏厩 廐厩 强強 彎弯 彥彦 恊協 悅悦 惪徳 戶戸 户戸 搔掻 摑掴 攪撹 敎教 斈学
    旣既 昻昂 晉晋 曺曹 曻昇 杦杉 枩松 柗松 栁柳 桝枡 桒桑 桺柳 槗橋 檮梼 歲歳 沒没
    淸清 渊淵 渕淵 潑溌 濤涛 濵浜 瀆涜 灌潅 焰焔 烟煙 煕熙 熈熙 凞熙 瑤瑶 產産 皋皐
    眾衆 礦鉱 砿鉱 礪砺 稅税 穎頴 穐秋 簞箪 籠篭 絕絶 繡繍 繫繋 羡羨 聰聡 脉脈
    脫脱 舍舎 舖舗 舘館 萊莱 葢蓋 蔣蒋 蘆芦 蘓蘇 藪薮 蠅蝿 蠟蝋 裡裏 裵裴 說説 諫諌
    讚讃 贒賢 軀躯 軆体 躰体 輛輌 辦弁 逹達 邇迩 邉辺 邨村 鄉郷 鄰隣 醬醤 醱醗 鈆鉛
    鐡鉄 銕鉄 銳鋭 閱閲 隸隷 雞鶏 靍鶴 靏鶴 靑青 靱靭 頰頬 頸頚 顏顔 顚顛 飮飲 驒騨
    髙高 鬥闘 鬪闘 鬬闘 鰺鯵 鶯鴬 鷗鴎 鹼鹸 麴麹 﨑崎 俠侠 儘侭 兔兎 册冊 𠮟叱 𠮷吉
    𣘺橋 蟬蝉 蠣蛎 麸麩 濾沪 蘂蕊 賤賎 俱倶 吞呑 姬姫 韭韮 鼡鼠 豬猪 貓猫 鋪舗 鑽鑚 麪麺
    鵝鵞 濶闊 姸妍 攢攅 瀦潴 皰疱 籖籤
"""

# CJK radicals that stand for whole kanji in text copied from PDF and have no NFKC mapping:
# EquivalentUnifiedIdeograph of the Unicode Character Database.
_RADICALS = """
    ⺁厂 ⺄乙 ⺇几 ⺈刀 ⺊卜 ⺌小 ⺍小 ⺒巳 ⺓幺 ⺗心 ⺛旡 ⺜日 ⺝月 ⺞歹 ⺠民 ⺢水
    ⺤爪 ⺧牛 ⺩王 ⺪疋 ⺫目 ⺬示 ⺮竹 ⺯糸 ⺶羊 ⺷羊 ⺹老 ⺻聿 ⺼肉 ⺽臼 ⻁虎 ⻄西
    ⻆角 ⻊足 ⻑長 ⻕阜 ⻗雨 ⻘青 ⻝食 ⻞食 ⻟食 ⻣骨 ⻤鬼 ⻨麦 ⻩黄 ⻫斉 ⻭歯 ⻯竜
    ⻱亀 ⻲亀
"""

# Two kanji that one place name is officially written with: 塩竈市 in statutes, 塩釜 of its port,
# station and tax office.
_IN_PLACE_NAMES = "竈釜 竃釜"

NEW_FORMS = {
    pair[0]: pair[1]
    for pair in (_JOYO + _JINMEIYO + _VARIANTS + _RADICALS + _IN_PLACE_NAMES).split()
}
