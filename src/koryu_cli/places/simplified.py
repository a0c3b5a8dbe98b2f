"""Names of places in Japan as they are written in China: 横滨市, 鹿儿岛县."""

# Source: OpenCC (Apache License 2.0), TSCharacters and JPVariants: of each kanji in the table of
# municipalities the simplified form, then the kanji as `fold` has it. Forms that are themselves in
# names of municipalities (庄, 坂) are left out.
SIMPLIFIED = """
    两両 并並 龟亀 馀余 仓倉 个箇 备備 仪儀 儿児 别別 剑剣 务務 胜勝 势勢 协協 严厳 吕呂
    吴呉 员員 呗唄 乔喬 园園 场場 冢塚 盐塩 卖売 梦夢 娄婁 妇婦 孙孫 宫宮 对対 冈岡 岛島
    岚嵐 师師 带帯 归帰 几幾 广広 库庫 办弁 辩弁 张張 后後 爱愛 悬懸 择択 挂掛 摄摂 斋斎
    于於 时時 昙曇 东東 栅柵 荣栄 樱桜 检検 极極 乐楽 样様 标標 树樹 桦樺 桥橋 柜櫃 栉櫛
    岁歳 气気 泽沢 净浄 滨浜 涩渋 凑湊 汤湯 满満 沟溝 泷滝 汉漢 浓濃 濑瀬 滩灘 乌烏 无無
    烧焼 热熱 爷爺 尔爾 产産 发発 盘盤 县県 矶磯 种種 积積 洼窪 龙竜 筿篠 笼篭 丝糸 纪紀
    纹紋 纳納 纱紗 细細 结結 纲綱 网網 缀綴 绫綾 总総 绿緑 绪緒 练練 绳縄 绩績 织織 罗羅
    义義 习習 圣聖 闻聞 兴興 艺芸 华華 叶葉 苇葦 莲蓮 萨薩 蓝藍 苏蘇 兰蘭 见見 览覧 观観
    计計 训訓 托託 讬託 访訪 设設 诧詫 读読 调調 谏諌 𫍝諌 诹諏 论論 诸諸 谢謝 护護 丰豊
    贝貝 贞貞 财財 贯貫 贵貴 贺賀 赐賜 迹跡 车車 轻軽 辉輝 轮輪 农農 边辺 联連 连連 进進
    游遊 达達 远遠 乡郷 灶釜 钓釣 钏釧 铃鈴 𫓴鉾 铫銚 锯鋸 锦錦 锅鍋 镰鎌 镇鎮 镜鏡 长長
    门門 闭閉 开開 𫔭開 间間 关関 陆陸 阳陽 阶階 隐隠 云雲 灵霊 雾霧 顷頃 须須 顿頓 领領
    颈頚 头頭 颖頴 颕頴 额額 类類 风風 飞飛 饭飯 饲飼 饱飽 饰飾 养養 馆館 马馬 驿駅 驹駒
    骏駿 骑騎 鱼魚 鲛鮫 鲑鮭 鲭鯖 鲹鯵 鳅鰍 鳄鰐 鸟鳥 鸠鳩 凤鳳 鸣鳴 鸭鴨 莺鴬 鸿鴻 鹈鵜
    鹉鵡 鹤鶴 鹫鷲 鹰鷹
"""
_IN_JAPAN = str.maketrans({pair[0]: pair[1] for pair in SIMPLIFIED.split()})


def in_japanese(name: str) -> str:
    """Return a name with the kanji of Japan in place of simplified characters."""
    return name.translate(_IN_JAPAN)
